namespace GuruReports.Hosting.Facts.Host;

/// <summary>Options that fail their validation.</summary>
/// <param name="OptionsType">The type of the options.</param>
/// <param name="OptionsName">The name of the options; empty for the default.</param>
/// <param name="Failures">What the validation says.</param>
internal sealed record OptionsFailureFacts(string OptionsType, string OptionsName, IReadOnlyList<string> Failures);
