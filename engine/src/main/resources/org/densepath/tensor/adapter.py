# Low-rank adapters (LoRA, arXiv 2106.09685): y = x w^T + scale (dropped(x) A^T) B^T, for w frozen or not. A [r, in], B [out, r], both float32 whatever w is.
# w and dw: a layer's weights and gradients as decoder.py has them; w[a] is A and w[a + 1] is B; w[11] = [scale, dropout].

# x as the adapter at `a` sees it: float32, and in training with dropout with some values set to 0 and the others raised.
# w[26] [N]: a number a row; with it, the adapter and the column it decides which, so that a pass that is done again, or cut otherwise, drops the same. Empty: nothing is dropped.
def adapter_input(x: Tensor, w: List[Tensor], a: int) -> Tensor:
  h = torch.to(x, 6)
  if torch.numel(w[26]) > 0:
    rate = torch.select(w[11], 0, 1)
    columns = torch.arange(torch.size(x, 1), dtype=4, device=ops.prim.device(x))
    z = torch.add(torch.unsqueeze(torch.mul(torch.add(w[26], a), -7046029254386353131), 1), torch.mul(columns, -4658895280553007687))
    z = torch.mul(torch.bitwise_xor(z, torch.bitwise_and(torch.bitwise_right_shift(z, 30), 17179869183)), -7723592293110705685)
    z = torch.bitwise_and(torch.bitwise_right_shift(z, 36), 16777215)
    kept = torch.ge(torch.div(torch.to(z, 6), 16777216.), rate)
    h = torch.div(torch.mul(h, kept), torch.rsub(rate, 1))
  return h


# Adds the adapter at `a` to the columns of y [N, out] from `from_column` on, in place; nothing where there is none.
def add_adapter(y: Tensor, x: Tensor, w: List[Tensor], from_column: int, a: int) -> Tensor:
  if torch.numel(w[a]) > 0:
    part = torch.slice(y, 1, from_column, from_column + torch.size(w[a + 1], 0))
    u = torch.mul(torch.linear(adapter_input(x, w, a), w[a]), torch.select(w[11], 0, 0))
    _0 = torch.add_(part, torch.type_as(torch.linear(u, w[a + 1]), y))
  return y


# For the gradient dy of add_adapter's y: adds the adapter's part to the gradient dx of x and its own to dw, in place.
def add_adapter_backward(dx: Tensor, dy: Tensor, x: Tensor, w: List[Tensor], dw: List[Tensor], from_column: int, a: int) -> Tensor:
  if torch.numel(w[a]) > 0:
    scale = torch.select(w[11], 0, 0)
    d = torch.to(torch.slice(dy, 1, from_column, from_column + torch.size(w[a + 1], 0)), 6)
    h = adapter_input(x, w, a)
    du = torch.mul(torch.matmul(d, w[a + 1]), scale)
    if torch.numel(dw[a]) > 0:
      _0 = torch.addmm_(dw[a + 1], torch.t(d), torch.mul(torch.linear(h, w[a]), scale))
      _1 = torch.addmm_(dw[a], torch.t(du), h)
    back = torch.matmul(du, w[a])
    if torch.numel(w[26]) > 0:
      back = torch.mul(back, adapter_input(torch.ones_like(h), w, a))
    _2 = torch.add_(dx, torch.type_as(back, dx))
  return dx
