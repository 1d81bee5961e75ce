# One decoder layer: RMSNorm, attention, RMSNorm, SwiGLU; and what surrounds the layers.
# N tokens, d hidden size, f feed-forward size.
# w: input norm [d]; q, k and v projections stacked [(H + 2 K) D, d]; output projection [d, H D];
#    post-attention norm [d]; gate and up projections stacked [2 f, d]; down projection [d, f].

def rms(x: Tensor, eps: float) -> Tensor:
  return torch.rsqrt(torch.add(torch.mean(torch.mul(x, x), [-1], True), eps))


def rms_norm(x: Tensor, gain: Tensor, eps: float) -> Tensor:
  return torch.mul(torch.mul(x, rms(x, eps)), gain)


# The gradient of x for that of rms_norm(x, gain); adds the gain's own to dgain, in place.
def rms_norm_backward(dy: Tensor, x: Tensor, gain: Tensor, dgain: Tensor, eps: float) -> Tensor:
  r = rms(x, eps)
  h = torch.mul(x, r)
  dh = torch.mul(dy, h)
  _0 = torch.add_(dgain, torch.sum(dh, [0]))
  slope = torch.mean(torch.mul_(dh, gain), [-1], True)
  return torch.mul_(torch.sub_(torch.mul(dy, gain), torch.mul_(h, slope)), r)


# The gradient of x for the gradient dy of linear(x, w); adds that of w to dw, in place.
def linear_backward(dy: Tensor, x: Tensor, w: Tensor, dw: Tensor) -> Tensor:
  _0 = torch.addmm_(dw, torch.t(dy), x)
  return product(dy, w)


# gate_up [n, 2 f] -> silu(gate) up, [n, f]
def gated(gate_up: Tensor) -> Tensor:
  f = torch.size(gate_up, 1) // 2
  return torch.mul_(torch.silu(torch.slice(gate_up, 1, 0, f)), torch.slice(gate_up, 1, f, 2 * f))


# The gradient of gate_up for the gradient ds [n, f] of gated(gate_up), written over gate_up.
def gated_backward(ds: Tensor, gate_up: Tensor) -> Tensor:
  f = torch.size(ds, 1)
  gate = torch.slice(gate_up, 1, 0, f)
  up = torch.slice(gate_up, 1, f, 2 * f)
  dup = torch.mul_(torch.silu(gate), ds)
  _0 = torch.copy_(gate, torch.silu_backward(torch.mul_(ds, up), gate))
  _1 = torch.copy_(up, dup)
  return gate_up


# x [N, d] -> the layer's output [N, d], and what its backward pass and a cache need: queries, keys and values [N, H + 2 K, D] (rotated), the state after attention
# [N, d], gate and up [N, 2 f]. heads = [H, K, D].
def layer(x: Tensor, cos: Tensor, sin: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], w: List[Tensor], heads: List[int], eps: float, scale: float) -> List[Tensor]:
  qkv = torch.view(linear(rms_norm(x, w[0], eps), w[1]), [torch.size(x, 0), -1, heads[2]])
  turned = torch.slice(qkv, 1, 0, heads[0] + heads[1])
  _0 = torch.copy_(turned, rotate(turned, cos, sin))
  x1 = torch.add_(linear(attend(qkv, lengths, prefixes, masks, heads, scale), w[2]), x)
  gate_up = linear(rms_norm(x1, w[3], eps), w[4])
  return [torch.add_(linear(gated(gate_up), w[5]), x1), qkv, x1, gate_up]


# The gradient of the layer's x for the gradient dy [N, d] of its output, from x and what layer returned (gate_up is written over); adds the weights' own to dw, in place.
def layer_backward(dy: Tensor, x: Tensor, qkv: Tensor, x1: Tensor, gate_up: Tensor, cos: Tensor, sin: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], w: List[Tensor], dw: List[Tensor], heads: List[int], eps: float, scale: float) -> Tensor:
  dgate_up = gated_backward(linear_backward(dy, gated(gate_up), w[5], dw[5]), gate_up)
  dx1 = torch.add_(rms_norm_backward(linear_backward(dgate_up, rms_norm(x1, w[3], eps), w[4], dw[4]), x1, w[3], dw[3], eps), dy)
  a, dqkv = attend_backward(product(dx1, w[2]), qkv, lengths, prefixes, masks, heads, scale)
  _0 = torch.addmm_(dw[2], torch.t(dx1), a)
  turned = torch.slice(dqkv, 1, 0, heads[0] + heads[1])
  _1 = torch.copy_(turned, rotate(turned, cos, torch.neg(sin)))
  dn = linear_backward(torch.reshape(dqkv, [torch.size(x, 0), -1]), rms_norm(x, w[0], eps), w[1], dw[1])
  return torch.add_(rms_norm_backward(dn, x, w[0], dw[0], eps), dx1)


# ids [N] -> [N, d]
def embed(table: Tensor, ids: Tensor) -> Tensor:
  return torch.embedding(table, ids)


# The embedding's gradient: adds gx [N, d] to the rows ids of g [V, d], in place.
def embed_backward(g: Tensor, ids: Tensor, gx: Tensor) -> Tensor:
  return torch.index_add_(g, 0, ids, gx)


# Rows of the rotary table at each token's position, [N, 1, D].
def rotary(table: Tensor, positions: Tensor) -> Tensor:
  return torch.unsqueeze(torch.embedding(table, positions), 1)


def rows(x: Tensor, index: Tensor) -> Tensor:
  return torch.index_select(x, 0, index)


# The gradient of x for the gradient dy of rows(x, index), in which a row may come more than once.
def rows_backward(dy: Tensor, index: Tensor, x: Tensor) -> Tensor:
  return torch.index_add(torch.zeros_like(x), 0, index, dy)


def join_rows(xs: List[Tensor]) -> Tensor:
  return torch.cat(xs, 0)


# A copy of the first n rows.
def first_rows(x: Tensor, n: int) -> Tensor:
  return torch.clone(torch.slice(x, 0, 0, n))


# Rows a to b, sharing memory.
def row_range(x: Tensor, a: int, b: int) -> Tensor:
  return torch.slice(x, 0, a, b)


# Precision of a weight: 6 float32, 5 float16, 15 bfloat16.
def cast(x: Tensor, number: int) -> Tensor:
  return torch.to(x, number)


def copy_into(target: Tensor, source: Tensor) -> Tensor:
  return torch.copy_(target, source)


# 1 where all values are finite, else 0.
def all_finite(xs: List[Tensor]) -> Tensor:
  ok = torch.ones([1], device=ops.prim.device(xs[0]))
  for i in range(torch.len(xs)):
    ok = torch.mul(ok, torch.to(torch.isfinite(torch.sum(xs[i])), 6))
  return ok
