# Products of matrices as torch has them, for devices without oneDNN.

# x [n, in], w [out, in] -> x w^T [n, out]. For few rows the other order of the product is a third faster on the CPU.
def linear(x: Tensor, w: Tensor) -> Tensor:
  if torch.size(x, 0) <= 64:
    y = torch.t(torch.matmul(w, torch.t(x)))
  else:
    y = torch.linear(x, w)
  return y


# y [n, out], w [out, in] -> y w [n, in].
def product(y: Tensor, w: Tensor) -> Tensor:
  return torch.matmul(y, w)


# Weights in the order in which linear reads them fastest.
def packed(ws: List[Tensor]) -> List[Tensor]:
  return ws
