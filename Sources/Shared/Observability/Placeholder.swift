/// Log lines, metrics and health of a program.
public enum Observability {}
