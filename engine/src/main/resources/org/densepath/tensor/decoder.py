# One decoder layer: RMSNorm, attention, RMSNorm, gated feed-forward part; and what surrounds the layers.
# N tokens, d hidden size, f feed-forward size. heads = [H, K, D].
# w: input norm [d]; q, k and v projections stacked [(H + 2 K) D, d]; output projection [d, H D];
#    norm before the feed-forward part [d]; gate and up projections stacked [2 f, d]; down projection [d, f];
#    and, empty where the family has none: biases of q, k and v [(H + 2 K) D]; norms of each query and of each key [D], [D];
#    norms of what attention and the feed-forward part give, before it is added to x [d], [d];
#    an adapter's numbers [scale, dropout]; A [r, in] and B [out, r] of its q, k, v, output, gate, up and down projections; its dropout keys (see adapter.py).
# dw: gradients in the same order; nothing is added to an empty one, whose weight is frozen.
# norm = [epsilon, what is to be added to each stored gain]; gelu: the gate is GELU in its tanh form, else SiLU.

def rms(x: Tensor, eps: float) -> Tensor:
  return torch.rsqrt(torch.add(torch.mean(torch.mul(x, x), [-1], True), eps))


def gain(w: Tensor, norm: List[float]) -> Tensor:
  if norm[1] == 0.:
    g = w
  else:
    g = torch.add(w, norm[1])
  return g


# In float32 whatever x is, as Hugging Face does: in half types the square of 256 is no number any more, and 1 + a small gain is 1.
def rms_norm(x: Tensor, w: Tensor, norm: List[float]) -> Tensor:
  h = torch.to(x, 6)
  return torch.type_as(torch.mul(torch.mul(h, rms(h, norm[0])), gain(torch.to(w, 6), norm)), x)


# The gradient of x for that of rms_norm(x, w, norm), in float32 as that; adds w's own to dw, in place.
def rms_norm_backward(dy: Tensor, x: Tensor, w: Tensor, dw: Tensor, norm: List[float]) -> Tensor:
  g = gain(torch.to(w, 6), norm)
  x32 = torch.to(x, 6)
  r = rms(x32, norm[0])
  h = torch.mul(x32, r)
  dh = torch.mul(dy, h)
  if torch.numel(dw) > 0:
    _0 = torch.add_(dw, torch.sum(dh, [0]))
  slope = torch.mean(torch.mul_(dh, g), [-1], True)
  return torch.type_as(torch.mul_(torch.sub_(torch.mul(dy, g), torch.mul_(h, slope)), r), x)


# rms_norm where the family has this norm.
def normed(x: Tensor, w: Tensor, norm: List[float]) -> Tensor:
  if torch.numel(w) > 0:
    y = rms_norm(x, w, norm)
  else:
    y = x
  return y


# The gains of all query and key heads, [H + K, D].
def head_gains(wq: Tensor, wk: Tensor, heads: List[int]) -> Tensor:
  return torch.cat([torch.expand(wq, [heads[0], heads[2]]), torch.expand(wk, [heads[1], heads[2]])], 0)


# x times the matrix w[at] with the adapter whose A is w[a]: the output projection (at 2, a 18) or the down projection (at 5, a 24).
def projected(x: Tensor, w: List[Tensor], at: int, a: int) -> Tensor:
  return add_adapter(linear(x, w[at]), x, w, 0, a)


# The gradient of x for that of normed(projected(x, w, at, a), w[wn], norm), whose linear part is computed again; adds the weights' own, in place.
def projected_normed_backward(dy: Tensor, x: Tensor, w: List[Tensor], dw: List[Tensor], at: int, a: int, wn: int, norm: List[float]) -> Tensor:
  d = dy
  if torch.numel(w[wn]) > 0:
    d = rms_norm_backward(dy, projected(x, w, at, a), w[wn], dw[wn], norm)
  return add_adapter_backward(linear_backward(d, x, w[at], dw[at]), d, x, w, dw, 0, a)


# The gradient of x for the gradient dy of linear(x, w); adds that of w to dw, in place, where it is not empty.
def linear_backward(dy: Tensor, x: Tensor, w: Tensor, dw: Tensor) -> Tensor:
  if torch.numel(dw) > 0:
    _0 = torch.addmm_(dw, torch.t(dy), x)
  return product(torch.type_as(dy, w), w)


def activation(x: Tensor, gelu: bool) -> Tensor:
  if gelu:
    y = torch.gelu(x, approximate="tanh")
  else:
    y = torch.silu(x)
  return y


def activation_backward(dy: Tensor, x: Tensor, gelu: bool) -> Tensor:
  if gelu:
    dx = torch.gelu_backward(dy, x, approximate="tanh")
  else:
    dx = torch.silu_backward(dy, x)
  return dx


# gate_up [n, 2 f] -> activation(gate) up, [n, f]
def gated(gate_up: Tensor, gelu: bool) -> Tensor:
  f = torch.size(gate_up, 1) // 2
  return torch.mul_(activation(torch.slice(gate_up, 1, 0, f), gelu), torch.slice(gate_up, 1, f, 2 * f))


# The gradient of gate_up for the gradient ds [n, f] of gated(gate_up), written over gate_up.
def gated_backward(ds: Tensor, gate_up: Tensor, gelu: bool) -> Tensor:
  f = torch.size(ds, 1)
  gate = torch.slice(gate_up, 1, 0, f)
  up = torch.slice(gate_up, 1, f, 2 * f)
  dup = torch.mul_(activation(gate, gelu), ds)
  _0 = torch.copy_(gate, activation_backward(torch.mul_(ds, up), gate, gelu))
  _1 = torch.copy_(up, dup)
  return gate_up


# h [N, d] after the input norm -> queries, keys and values [N, H + 2 K, D], not yet normed or rotated.
def project(h: Tensor, w: List[Tensor], heads: List[int]) -> Tensor:
  qkv = linear(h, w[1])
  if torch.numel(w[6]) > 0:
    qkv = torch.add_(qkv, w[6])
  queries = heads[0] * heads[2]
  keys = heads[1] * heads[2]
  _0 = add_adapter(qkv, h, w, 0, 12)
  _1 = add_adapter(qkv, h, w, queries, 14)
  _2 = add_adapter(qkv, h, w, queries + keys, 16)
  return torch.view(qkv, [torch.size(h, 0), -1, heads[2]])


# x [N, d] -> queries, keys and values [N, H + 2 K, D], queries and keys normed and rotated.
def queries_keys_values(x: Tensor, cos: Tensor, sin: Tensor, w: List[Tensor], heads: List[int], norm: List[float]) -> Tensor:
  qkv = project(rms_norm(x, w[0], norm), w, heads)
  turned = torch.slice(qkv, 1, 0, heads[0] + heads[1])
  level = turned
  if torch.numel(w[7]) > 0:
    level = rms_norm(turned, head_gains(w[7], w[8], heads), norm)
  _0 = torch.copy_(turned, rotate(level, cos, sin))
  return qkv


# a [N, H D] from attention, x -> the state after attention, [N, d]
def after_attention(a: Tensor, x: Tensor, w: List[Tensor], norm: List[float]) -> Tensor:
  return torch.add_(normed(projected(a, w, 2, 18), w[9], norm), x)


# x1 [N, d] the state after attention -> gate and up, [N, 2 f]
def gate_and_up(x1: Tensor, w: List[Tensor], norm: List[float]) -> Tensor:
  h = rms_norm(x1, w[3], norm)
  y = linear(h, w[4])
  _0 = add_adapter(y, h, w, 0, 20)
  _1 = add_adapter(y, h, w, torch.size(y, 1) // 2, 22)
  return y


# gate_up [N, 2 f], x1 the state after attention -> the layer's output, [N, d]
def after_feed_forward(gate_up: Tensor, x1: Tensor, w: List[Tensor], norm: List[float], gelu: bool) -> Tensor:
  return torch.add_(normed(projected(gated(gate_up, gelu), w, 5, 24), w[10], norm), x1)


# x [N, d] -> what the layer's backward pass needs: queries, keys and values, the state after attention, gate and up, as `layer` gives them.
def layer_inner(x: Tensor, cos: Tensor, sin: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], w: List[Tensor], heads: List[int], norm: List[float], scale: float) -> List[Tensor]:
  qkv = queries_keys_values(x, cos, sin, w, heads, norm)
  x1 = after_attention(attend(qkv, lengths, prefixes, masks, heads, scale), x, w, norm)
  return [qkv, x1, gate_and_up(x1, w, norm)]


# x [N, d] -> the layer's output [N, d], and what its backward pass and a cache need: queries, keys and values [N, H + 2 K, D] (rotated), the state after attention
# [N, d], gate and up [N, 2 f].
def layer(x: Tensor, cos: Tensor, sin: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], w: List[Tensor], heads: List[int], norm: List[float], scale: float, gelu: bool) -> List[Tensor]:
  inner = layer_inner(x, cos, sin, lengths, prefixes, masks, w, heads, norm, scale)
  return [after_feed_forward(inner[2], inner[1], w, norm, gelu), inner[0], inner[1], inner[2]]


# The gradient of the layer's x for the gradient dy [N, d] of its output, from x and what layer returned (gate_up is written over); adds the weights' own to dw, in place.
# Attention is left to autograd: to be called in gradient mode.
def layer_backward(dy: Tensor, x: Tensor, qkv: Tensor, x1: Tensor, gate_up: Tensor, cos: Tensor, sin: Tensor, lengths: List[int], prefixes: List[int], masks: List[Tensor], w: List[Tensor], dw: List[Tensor], heads: List[int], norm: List[float], scale: float, gelu: bool) -> Tensor:
  ds = projected_normed_backward(dy, gated(gate_up, gelu), w, dw, 5, 24, 10, norm)
  dgate_up = gated_backward(ds, gate_up, gelu)
  h = rms_norm(x1, w[3], norm)
  dh = linear_backward(dgate_up, h, w[4], dw[4])
  _0 = add_adapter_backward(dh, dgate_up, h, w, dw, 0, 20)
  _1 = add_adapter_backward(dh, dgate_up, h, w, dw, torch.size(gate_up, 1) // 2, 22)
  dx1 = torch.add_(rms_norm_backward(dh, x1, w[3], dw[3], norm), dy)
  leaf = torch.requires_grad_(torch.detach(qkv), True)
  a = attend(leaf, lengths, prefixes, masks, heads, scale)
  da = projected_normed_backward(dx1, torch.detach(a), w, dw, 2, 18, 9, norm)
  dqkv = attend_backward(da, a, leaf)
  return torch.add_(queries_keys_values_backward(dqkv, x, cos, sin, w, dw, heads, norm), dx1)


# The gradient of x for the gradient dqkv (written over) of queries_keys_values; adds the weights' own to dw, in place.
def queries_keys_values_backward(dqkv: Tensor, x: Tensor, cos: Tensor, sin: Tensor, w: List[Tensor], dw: List[Tensor], heads: List[int], norm: List[float]) -> Tensor:
  h = rms_norm(x, w[0], norm)
  rotated = heads[0] + heads[1]
  turned = torch.slice(dqkv, 1, 0, rotated)
  level = rotate(turned, cos, torch.neg(sin))
  if torch.numel(w[7]) > 0:
    gains = head_gains(w[7], w[8], heads)
    dgains = torch.zeros_like(gains)
    level = rms_norm_backward(level, torch.slice(project(h, w, heads), 1, 0, rotated), gains, dgains, norm)
    if torch.numel(dw[7]) > 0:
      _0 = torch.add_(dw[7], torch.sum(torch.slice(dgains, 0, 0, heads[0]), [0]))
      _1 = torch.add_(dw[8], torch.sum(torch.slice(dgains, 0, heads[0], rotated), [0]))
  _2 = torch.copy_(turned, level)
  flat = torch.reshape(dqkv, [torch.size(x, 0), -1])
  if torch.numel(dw[6]) > 0:
    _3 = torch.add_(dw[6], torch.sum(flat, [0]))
  queries = heads[0] * heads[2]
  keys = heads[1] * heads[2]
  dh = linear_backward(flat, h, w[1], dw[1])
  _4 = add_adapter_backward(dh, flat, h, w, dw, 0, 12)
  _5 = add_adapter_backward(dh, flat, h, w, dw, queries, 14)
  _6 = add_adapter_backward(dh, flat, h, w, dw, queries + keys, 16)
  return rms_norm_backward(dh, x, w[0], dw[0], norm)


# ids [N] -> [N, d], times `scale`, which is rounded to the table's precision as Hugging Face does.
def embed(table: Tensor, ids: Tensor, scale: float) -> Tensor:
  x = torch.embedding(table, ids)
  if scale != 1.:
    x = torch.mul(x, torch.type_as(torch.tensor(scale), x))
  return x


# The embedding's gradient: adds gx [N, d] times `scale` to the rows ids of g [V, d], in place; nothing where g is empty.
def embed_backward(g: Tensor, ids: Tensor, gx: Tensor, scale: float) -> Tensor:
  if torch.numel(g) > 0:
    _0 = torch.index_add_(g, 0, ids, gx, alpha=scale)
  return g


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


# Zeros on the device of x, in the precision `number`.
def zeros_beside(x: Tensor, shape: List[int], number: int) -> Tensor:
  return torch.zeros(shape, dtype=number, device=ops.prim.device(x))


# Precision of a weight: 6 float32, 5 float16, 15 bfloat16.
def cast(x: Tensor, number: int) -> Tensor:
  return torch.to(x, number)


def copy_into(target: Tensor, source: Tensor) -> Tensor:
  return torch.copy_(target, source)


# 1 where all values are finite, else 0.
def all_finite(xs: List[Tensor]) -> Tensor:
  ok = torch.ones([1], device=ops.prim.device(xs[0]))
  for i in range(torch.len(xs)):
    ok = torch.mul(ok, torch.to(torch.isfinite(torch.sum(xs[i], dtype=6)), 6))
  return ok
