/// The window over the engine. Each feature has a package: its View builds nodes, its ViewModel knows no control.
package org.densepath.app;
