using System.Globalization;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Configuration.Effective;

/// <summary>Says beside each value whether it is the one of the code, and what that would be.</summary>
internal static class WithDefaults
{
    private const int LongestDefault = 60;

    /// <summary>Returns the values with remarks.</summary>
    /// <param name="value">The values in effect.</param>
    /// <param name="code">Those of the code; null when they are not known.</param>
    public static ReportValue Of(ReportValue value, ReportValue? code)
    {
        if (value is not ReportMap map || code is not ReportMap other)
        {
            return value;
        }

        var defaults = other.Entries.ToLookup(entry => entry.Name, entry => entry.Value);
        return new ReportMap([.. map.Entries.Select(entry => WithRemark(entry, defaults[entry.Name].FirstOrDefault()))]);
    }

    private static ReportEntry WithRemark(ReportEntry entry, ReportValue? code)
    {
        if (entry.Value is ReportMap)
        {
            return entry with { Value = Of(entry.Value, code) };
        }

        // Whether a secret is the one of the code is a part of the secret.
        var (now, then) = (Say(entry.Value), code is null ? null : Say(code));
        if (now is null || then is null || now == SecretRedactor.Mask || then == SecretRedactor.Mask)
        {
            return entry;
        }

        return entry with { Remark = now == then ? "default" : $"default {(then.Length == 0 ? "empty" : then.Length > LongestDefault ? then[..LongestDefault] + "…" : then)}" };
    }

    private static string? Say(ReportValue value) => value switch
    {
        ReportText text => text.Text,
        ReportNumber number => number.Number.ToString(CultureInfo.InvariantCulture),
        ReportBoolean truth => truth.Truth ? "true" : "false",
        ReportDuration duration => duration.Duration.ToString("c", CultureInfo.InvariantCulture),
        ReportTime time => time.Time.ToString("O", CultureInfo.InvariantCulture),
        ReportList list when list.Items.Select(Say).ToList() is var items && !items.Contains(null) => string.Join(", ", items),
        _ => null,
    };
}
