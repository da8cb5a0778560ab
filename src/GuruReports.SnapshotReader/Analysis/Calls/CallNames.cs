using System.Text.RegularExpressions;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Names what is called so that equal calls have one name, and so that no user, query, number or key comes along.</summary>
internal static partial class CallNames
{
    private const int MostSegments = 12;
    private const int LongSegment = 24;

    /// <summary>Host, port and path of an address.</summary>
    public static string OfAddress(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var text = end < 0 ? address : address[..end];
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text[(scheme + 3)..];
        var slash = scheme < 0 ? 0 : text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        var path = slash < 0 ? "" : text[slash..];
        var segments = path.Split('/');
        var shown = string.Join('/', segments.Take(MostSegments).Select(Segment)) + (segments.Length > MostSegments ? "/…" : "");
        return host[(host.LastIndexOf('@') + 1)..] + (shown == "/" ? "" : shown);
    }

    private static string Segment(string segment) => segment.Length == 0 ? segment
        : Number().IsMatch(segment) ? "{n}"
        : segment.Length > LongSegment || Key().IsMatch(segment) ? "{…}" : segment;

    [GeneratedRegex("^[0-9.,_-]+$")]
    private static partial Regex Number();

    // Names have few digits; keys, hashes and identifiers have many, or a sign that leads to another value.
    [GeneratedRegex("[=:;@&]|%[0-9A-Fa-f]{2}|^(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z_-]{10,}$|^[0-9a-fA-F-]{8,}$")]
    private static partial Regex Key();
}
