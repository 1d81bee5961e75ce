/// The part of Jinja that chat templates use. [Lexer] → [Parser] → [Statement] and [Expression] → [Interpreter]
/// and [Evaluator], over Python's values ([Values]).
package org.densepath.text.jinja;
