/// The paper's identities and bounds (arXiv 2510.02493), computed exactly on small token-level decision processes
/// where every state can be visited: no model, no sampling.
package org.densepath.theory;
