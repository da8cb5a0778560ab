using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Takes whom or what a message of the framework names: an address, a host with its port, a path.</summary>
internal static partial class FailureTarget
{
    private const int Longest = 200;

    /// <summary>Returns the target; null where the message names none.</summary>
    public static string? Find(string message)
    {
        var text = message.Length > Longest * 4 ? message[..(Longest * 4)] : message;
        foreach (var pattern in (ReadOnlySpan<Regex>)[Parenthesized(), Address(), Url(), Path()])
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                var target = match.Groups[1].Value.Replace("[::ffff:", "[", StringComparison.Ordinal);
                return target.Length > Longest ? target[..Longest] : Plain(target);
            }
        }

        return null;
    }

    // [127.0.0.1]:5432 is an IPv4 address in an IPv6 socket.
    private static string Plain(string target) => Mapped().Replace(target, "$1");

    [GeneratedRegex(@"\(([\w.\-\[\]:%]+:\d{1,5})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesized();

    [GeneratedRegex(@"((?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.%]+\]|[A-Za-z][\w\-]*(?:\.[\w\-]+)*):\d{2,5})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(\w+://[^\s/'""]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"'(/[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"^\[(\d{1,3}(?:\.\d{1,3}){3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mapped();
}
