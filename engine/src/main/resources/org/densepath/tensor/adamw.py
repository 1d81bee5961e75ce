# AdamW (arXiv 1711.05101) over lists of parameters p, gradients g, first and second moments m, v; steps: one 0-d count a parameter, already increased.
def adamw(p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], lr: float, beta1: float, beta2: float, weight_decay: float, eps: float) -> Tensor:
  _0 = torch._fused_adamw_(p, g, m, v, annotate(List[Tensor], []), steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False)
  return steps[0]


# The same where m and v lie on the host, and p and g may not: they are brought there, one parameter after the other, and p is written back.
def adamw_on_host(p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], step: float, lr: float, beta1: float, beta2: float, weight_decay: float, eps: float) -> Tensor:
  count = torch.full([], step, dtype=6, device=ops.prim.device(m[0]))
  for i in range(torch.len(p)):
    w = torch.to(p[i], ops.prim.device(m[i]), 6, False, True)
    dw = torch.to(g[i], ops.prim.device(m[i]), 6, False, True)
    _0 = adamw([w], [dw], [m[i]], [v[i]], [count], lr, beta1, beta2, weight_decay, eps)
    _1 = torch.copy_(p[i], w)
  return count


def host_zeros(shape: List[int]) -> Tensor:
  return torch.zeros(shape, dtype=6)


# The sum of squares of all gradients, in float64, [1].
def sum_of_squares(gs: List[Tensor]) -> Tensor:
  total = torch.zeros([1], dtype=7, device=ops.prim.device(gs[0]))
  for i in range(torch.len(gs)):
    n = torch.to(torch.linalg_vector_norm(gs[i]), 7)
    total = torch.add(total, torch.mul(n, n))
  return torch.to(total, 7)


# Multiplies every gradient by a factor, in place.
def scale_all(gs: List[Tensor], factor: float) -> Tensor:
  for i in range(torch.len(gs)):
    _0 = torch.mul_(gs[i], factor)
  return gs[0]


# Adds factor times b to a, in place.
def add_scaled(a: List[Tensor], b: List[Tensor], factor: float) -> Tensor:
  for i in range(torch.len(a)):
    _0 = torch.add_(a[i], b[i], alpha=factor)
  return a[0]


# Sets every gradient to zero, in place, whatever it holds.
def zero_all(gs: List[Tensor]) -> Tensor:
  for i in range(torch.len(gs)):
    _0 = torch.zero_(gs[i])
  return gs[0]


# Exponential moving average of weights, in place: average = decay average + (1 - decay) weights.
def average_into(averages: List[Tensor], weights: List[Tensor], decay: float) -> Tensor:
  for i in range(torch.len(weights)):
    _0 = torch.add_(torch.mul_(averages[i], decay), weights[i], alpha=1. - decay)
  return averages[0]


# Sum over i of the inner products of two gradient lists, float64 [1].
def inner_product(a: List[Tensor], b: List[Tensor]) -> Tensor:
  total = torch.zeros([1], dtype=7, device=ops.prim.device(a[0]))
  for i in range(torch.len(a)):
    total = torch.add(total, torch.to(torch.dot(torch.flatten(a[i]), torch.flatten(b[i])), 7))
  return total
