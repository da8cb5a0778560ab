namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>One argument of a command, and where it stands.</summary>
/// <param name="Text">The argument.</param>
/// <param name="Source">The argument of the whole command, or the text, in which it stands.</param>
/// <param name="Offset">Where in that it begins.</param>
internal sealed record Argument(string Text, int Source, int Offset);
