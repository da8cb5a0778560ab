using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Structure;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>
/// Finds words that were drawn at random, unless what stands before them says that they are no secret: a commit, a digest,
/// a trace. Linear in the length of the text. Pure.
/// </summary>
internal static class RandomSecrets
{
    private const int WordsBefore = 4;
    private const int LongestLookBack = 64;

    private static readonly SearchValues<char> s_word = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-+/.~%");
    private static readonly SearchValues<char> s_capitalDigits = SearchValues.Create("0123456789ABCDEF");
    private static readonly SearchValues<string> s_publicBlocks = SearchValues.Create(["-----BEGIN CERTIFICATE", "-----BEGIN PUBLIC", "-----BEGIN RSA PUBLIC", "-----BEGIN X509 CRL"], StringComparison.Ordinal);

    /// <summary>Finds the random words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    /// <param name="known">What is shown nevertheless.</param>
    public static void Find(string text, SecretSpans spans, KnownWords known)
    {
        if (text.Length < RandomWords.Shortest)
        {
            return;
        }

        var publicUntil = 0;
        var publicFrom = NextPublic(text, 0);
        for (var start = 0; start < text.Length;)
        {
            var rest = text.AsSpan(start);
            var skip = rest.IndexOfAny(s_word);
            if (skip < 0)
            {
                return;
            }

            start += skip;
            var length = text.AsSpan(start).IndexOfAnyExcept(s_word) is >= 0 and var end ? end : text.Length - start;
            while (start >= publicFrom && start >= publicUntil)
            {
                publicUntil = EndOfBlock(text, publicFrom);
                publicFrom = NextPublic(text, publicUntil);
            }

            if (length >= RandomWords.Shortest && start >= publicUntil)
            {
                FindInRun(text, start, length, spans, known);
            }

            start += length;
        }
    }

    // From the first random piece to the last: a token of several pieces has short ones between.
    private static void FindInRun(string text, int start, int length, SecretSpans spans, KnownWords known)
    {
        var run = text.AsSpan(start, length);
        if (HarmlessShapes.IsPublicKey(run))
        {
            return;
        }

        if (RandomWords.IsRandom(run) && !run.StartsWith("/") && !run.Contains('.'))
        {
            Add(text, start, length, spans, known);
            return;
        }

        var first = -1;
        var last = -1;
        for (var at = 0; at < length;)
        {
            var end = run[at..].IndexOfAny("/.%") is >= 0 and var sign ? at + sign : length;
            if (RandomWords.IsRandom(run[at..end]) && !IsKnown(text, start + at, end - at))
            {
                first = first < 0 ? at : first;
                last = end;
            }

            at = end + 1;
        }

        if (first >= 0)
        {
            (first, last) = (WithNeighboursBefore(run, first), WithNeighboursBehind(run, last));
            Add(text, start + first, last - first, spans, known);
        }
    }

    // pat8VWOGLIzV.4f1c…: what is joined by a dot and is no word belongs to the token.
    private static int WithNeighboursBefore(ReadOnlySpan<char> run, int first)
    {
        while (first > 1 && run[first - 1] == '.')
        {
            var begin = run[..(first - 1)].LastIndexOfAny('.', '/') + 1;
            if (RandomWords.IsName(run[begin..(first - 1)]))
            {
                break;
            }

            first = begin;
        }

        return first;
    }

    private static int WithNeighboursBehind(ReadOnlySpan<char> run, int last)
    {
        while (last + 1 < run.Length && run[last] == '.')
        {
            var rest = run[(last + 1)..];
            var end = rest.IndexOfAny('.', '/') is >= 0 and var sign ? sign : rest.Length;
            if (RandomWords.IsName(rest[..end]))
            {
                break;
            }

            last += end + 1;
        }

        return last;
    }

    private static void Add(string text, int start, int length, SecretSpans spans, KnownWords known)
    {
        if (spans.IsKnown(start) || known.Contains(text.AsSpan(start, length)) || IsKnown(text, start, length))
        {
            return;
        }

        var end = start + length;
        while (end < text.Length && text[end] == '=')
        {
            end++;
        }

        // 1725163243:AA…: the number of an account stands before the token.
        var from = start;
        while (from > 0 && start - from < 32 && (char.IsAsciiDigit(text[from - 1]) || (text[from - 1] is ':' or '/' && from > 1 && char.IsAsciiDigit(text[from - 2]))))
        {
            from--;
        }

        start = start - from >= 6 && (from == 0 || !char.IsLetterOrDigit(text[from - 1])) ? from : start;
        spans.Add(start, end - start);
    }

    private static bool IsKnown(string text, int start, int length)
    {
        var word = text.AsSpan(start, length);

        // <PrivateImplementationDetails>.9F8A…, <RegexGenerator_g>F9F8A…: made by the compiler.
        var sign = start > 1 && text[start - 1] == '.' ? start - 2 : start - 1;
        if (sign >= 0 && text[sign] == '>' && length >= 32 && !word[..32].ContainsAnyExcept(s_capitalDigits))
        {
            return true;
        }

        if (word.IndexOf('+') is > 0 and var plus && IsVersion(word[..plus]))
        {
            return true;
        }

        var isDigits = Randomness.IsHexadecimal(word);
        return (IsPath(text, start) && Randomness.IsHexadecimal(word.TrimStart("ghijklmnopqrstuvwxyz_-"))) || HasKnownName(text, start, isDigits);
    }

    private static bool IsVersion(ReadOnlySpan<char> text) => text.Length is > 0 and < 32 && char.IsAsciiDigit(text[0]) && (text.Length < 4 || text.Contains('.')) && !text.ContainsAny('/', '_');

    // /var/lib/docker/…/<digest>; not what follows a host.
    private static bool IsPath(string text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 512 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('"' or '\'' or '=' or ',' or ';' or '(' or '@'))
        {
            from--;
        }

        var before = text.AsSpan(from, start - from);
        return before.StartsWith("/") && before.LastIndexOf('/') > 0 && (from == 0 || !IsRequest(text, from));
    }

    // GET /hook/…: a path of a request, not of a file.
    private static bool IsRequest(string text, int path) => path >= 4 && text[path - 1] == ' ' && text[path - 2] is >= 'A' and <= 'Z' && text[path - 3] is >= 'A' and <= 'Z';

    private static bool HasKnownName(string text, int start, bool isDigits)
    {
        var end = start;
        var stop = Math.Max(0, start - LongestLookBack);
        var mayPassComma = true;
        for (var count = 0; count < WordsBefore && end > stop; count++)
        {
            while (end > stop && !char.IsLetterOrDigit(text[end - 1]))
            {
                // Another entry's name says nothing about this one.
                if (text[end - 1] is ';' or '\n' or '{' or '}' or '[' or '<' || (text[end - 1] == ',' && !mayPassComma))
                {
                    return false;
                }

                end--;
            }

            var begin = end;
            while (begin > stop && (char.IsLetterOrDigit(text[begin - 1]) || text[begin - 1] == '_'))
            {
                begin--;
            }

            var name = text.AsSpan(begin, end - begin);
            if (!name.IsEmpty && IsKnownName(name, isDigits))
            {
                return true;
            }

            // "name": "ETag", "value": …
            mayPassComma = NamedValue.IsValue(name) || name.Length == 1;

            end = begin;
        }

        return false;
    }

    private static bool IsKnownName(ReadOnlySpan<char> name, bool isDigits)
    {
        var words = KeyTokenizer.Words(name.ToString());
        return words.Count > 0 && words is not [.., "session", "id"]
            && (KeyHeads.NamesBefore.Contains(words[^1]) || (isDigits && KeyHeads.NamesBeforeDigits.Contains(words[^1])));
    }

    // Where the next certificate or public key begins; beyond the text when there is none.
    private static int NextPublic(string text, int from) =>
        text.AsSpan(from).IndexOfAny(s_publicBlocks) is >= 0 and var at ? from + at : int.MaxValue;

    private static int EndOfBlock(string text, int begin) =>
        text.IndexOf("-----END ", begin, StringComparison.Ordinal) is >= 0 and var end ? end : text.Length;
}
