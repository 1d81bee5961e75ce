# Products of float32 matrices by oneDNN, which libtorch has on most CPUs: on an AMD EPYC with AVX-512 a tenth to a fifth faster than MKL from 128 rows on, and with
# packed weights two to three times as fast for 2 to 64 rows.

# x [n, in], w [out, in] (packed or not) -> x w^T [n, out]. One row is a matter of reading w, where the plain call costs less.
def linear(x: Tensor, w: Tensor) -> Tensor:
  if torch.size(x, 0) == 1 and not ops.prim.is_mkldnn(w):
    y = torch.linear(x, w)
  else:
    y = ops.mkldnn._linear_pointwise(x, w, None, "none", annotate(List[Optional[number]], []), "")
  return y


# y [n, out], w [out, in] -> y w [n, in].
def product(y: Tensor, w: Tensor) -> Tensor:
  return ops.mkldnn._linear_pointwise(y, torch.t(w), None, "none", annotate(List[Optional[number]], []), "")


# Matrices in the order in which linear reads them fastest (one for any number of rows); vectors as they are.
def packed(ws: List[Tensor]) -> List[Tensor]:
  out = annotate(List[Tensor], [])
  for i in range(torch.len(ws)):
    w = ws[i]
    if torch.dim(w) == 2:
      w = ops.mkldnn._reorder_linear_weight(w, 32)
    _0 = torch.append(out, w)
  return out
