using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>The patterns that the service's options add. Never throws; a pattern that takes too long masks the whole text.</summary>
internal sealed class UserPatterns
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(100);
    private static readonly ConditionalWeakTable<IList<string>, UserPatterns> s_known = [];

    private readonly Regex[] _patterns;

    /// <summary>Makes the patterns; those that are no regular expression, or need backtracking, are left out (the options' validation names them).</summary>
    /// <param name="patterns">The regular expressions.</param>
    public UserPatterns(IEnumerable<string> patterns) => _patterns = [.. patterns.Select(Compile).OfType<Regex>()];

    /// <summary>
    /// Returns the patterns of a list that does not change, compiled once: the host's start does it, so that no report
    /// needs the memory for it.
    /// </summary>
    /// <param name="patterns">The regular expressions.</param>
    public static UserPatterns Of(IList<string> patterns) => s_known.GetValue(patterns, static list => new UserPatterns(list));

    /// <summary>Returns whether a key fits one of the patterns; a pattern that takes too long fits.</summary>
    /// <param name="text">The key.</param>
    public bool IsMatch(string text)
    {
        foreach (var pattern in _patterns)
        {
            try
            {
                if (pattern.IsMatch(text))
                {
                    return true;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds what fits in a text; where a pattern takes too long, all of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public void Find(string text, SecretSpans spans)
    {
        foreach (var pattern in _patterns)
        {
            try
            {
                foreach (var match in pattern.EnumerateMatches(text))
                {
                    spans.Add(match.Index, match.Length);
                }
            }
            catch (RegexMatchTimeoutException)
            {
                spans.Add(0, text.Length);
            }
        }
    }

    private static Regex? Compile(string pattern)
    {
        // Linear in the length of the text; the options' validation refuses what needs backtracking.
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        try
        {
            return new Regex(pattern, Options, s_limit);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
