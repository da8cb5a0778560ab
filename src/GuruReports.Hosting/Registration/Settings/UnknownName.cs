namespace GuruReports.Hosting.Registration.Settings;

/// <summary>A name in the settings that stands for nothing.</summary>
/// <param name="Setting">The setting's full name.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it is not.</param>
internal sealed record UnknownName(string Setting, string Name, string Kind);
