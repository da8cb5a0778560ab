namespace GuruReports.EndToEnd.Tests.Harness;

/// <summary>Settings of the library as environment variables.</summary>
internal static class Settings
{
    /// <summary>Makes environment variables of settings (<c>Watchdog:Enabled</c>, not <c>GuruMeditation__…</c>).</summary>
    public static Dictionary<string, string> Of(params (string Key, string Value)[] settings) =>
        settings.ToDictionary(s => "GuruMeditation__" + s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value);
}
