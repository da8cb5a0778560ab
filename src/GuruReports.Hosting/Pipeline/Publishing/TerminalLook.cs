using GuruReports.Hosting.Sinks;
using GuruReports.Reporting;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Decides how a report looks where standard error is a terminal.</summary>
internal static class TerminalLook
{
    private static readonly string[] s_locale = ["LC_ALL", "LC_CTYPE", "LANG"];

    private static readonly bool s_isColoured = StandardErrorSink.IsTerminal && WantsColour(Environment.GetEnvironmentVariable);
    private static readonly bool s_isAscii = StandardErrorSink.IsTerminal && IsAscii(Environment.GetEnvironmentVariable);

    /// <summary>Gets whether standard error is a terminal.</summary>
    public static bool IsTerminal { get; } = StandardErrorSink.IsTerminal;

    /// <summary>Returns how it looks there, in the width that the terminal has now.</summary>
    public static RenderingOptions Of(RenderingOptions rendering) => rendering with
    {
        Colour = s_isColoured,
        Ascii = s_isAscii,
        Width = StandardErrorSink.Columns ?? rendering.Width,
    };

    /// <summary>Gets whether a terminal wants colour: it is not dumb, and <c>NO_COLOR</c> (no-color.org) is not set.</summary>
    internal static bool WantsColour(Func<string, string?> variable) =>
        string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") is { Length: > 0 } and not "dumb";

    /// <summary>Gets whether a terminal shows ASCII only: the locale names characters other than UTF-8 (locale(7)). Where none is named, as in most containers, it is taken for UTF-8.</summary>
    internal static bool IsAscii(Func<string, string?> variable)
    {
        var locale = s_locale.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is not null && !locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
