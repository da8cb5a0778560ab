namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>A secret in an argument.</summary>
/// <param name="Source">Which argument.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record SecretArgument(int Source, int Start, int Length);
