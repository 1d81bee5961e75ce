# Frozen matrices in 8 bits, each row scaled by its largest magnitude (absmax, arXiv 2208.07339, section 2).

# w [R, C] as whole numbers from -127 to 127 [R, C] int8, and what each row is multiplied by [R, 1].
def eight_bit(w: Tensor) -> List[Tensor]:
  rows = torch.to(w, 6)
  scale = torch.clamp(torch.div(torch.amax(torch.abs(rows), [1], True), 127), 1e-30)
  return [torch.to(torch.round(torch.div(rows, scale)), 1), scale]


# The matrix that these stand for, in the precision `number`.
def from_eight_bit(q: Tensor, scale: Tensor, number: int) -> Tensor:
  return torch.to(torch.mul(q, scale), number)
