using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>Splits a run of letters without boundaries (<c>pgpassword</c>, <c>userpwd</c>) where it holds a word that matters. Pure.</summary>
internal static class WordSegmenter
{
    private const int LongestRun = 48;
    private const int ShortestPiece = 2;

    private static readonly FrozenSet<string> s_words = new[]
    {
        KeyWords.Strong, KeyWords.StrongLast, KeyWords.WeakLast, KeyWords.LookAlikes, KeyWords.SecretKeyKinds, KeyWords.HarmlessKeyKinds, KeyWords.HarmlessTokenKinds, KeyWords.Qualifiers,
        KeyHeads.Measures, KeyHeads.Others, KeyHeads.Neutral, KeyHeads.Identities, ForeignWords.Strong, ForeignWords.Keys,
    }.SelectMany(words => words).Where(word => word.Length >= ShortestPiece).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the words of a run of lower-case letters.</summary>
    /// <param name="run">The letters.</param>
    /// <param name="words">Takes the words.</param>
    public static void Split(string run, List<string> words)
    {
        var word = Singular(run);
        if (s_words.Contains(run) || s_words.Contains(word))
        {
            words.Add(s_words.Contains(word) ? word : run);
        }
        else if (!TrySplitWhole(run, words) && !TrySplitEmbedded(run, words) && !TrySplitForeign(run, words) && !TrySplitToken(word, words))
        {
            words.Add(word);
        }
    }

    // The fewest known words that make up the whole run.
    private static bool TrySplitWhole(string run, List<string> words)
    {
        if (run.Length > LongestRun)
        {
            return false;
        }

        // best[i]: how many words the first i letters need; from[i]: where the last of them begins.
        Span<int> best = stackalloc int[run.Length + 1];
        Span<int> from = stackalloc int[run.Length + 1];
        best.Fill(int.MaxValue);
        best[0] = 0;
        var lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < run.Length; start++)
        {
            for (var end = start + ShortestPiece; best[start] < int.MaxValue && end <= run.Length; end++)
            {
                if (best[start] + 1 < best[end] && IsWord(lookup, run.AsSpan(start, end - start), isLast: end == run.Length))
                {
                    best[end] = best[start] + 1;
                    from[end] = start;
                }
            }
        }

        if (best[run.Length] == int.MaxValue)
        {
            return false;
        }

        var at = words.Count;
        for (var end = run.Length; end > 0; end = from[end])
        {
            words.Insert(at, Singular(run[from[end]..end]));
        }

        return true;
    }

    private static bool IsWord(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup, ReadOnlySpan<char> piece, bool isLast) =>
        lookup.Contains(piece) || (isLast && piece.Length > 3 && piece[^1] == 's' && lookup.Contains(piece[..^1]));

    private static bool TrySplitEmbedded(string run, List<string> words)
    {
        foreach (var look in KeyWords.LookAlikes)
        {
            // authtokenizer, my-secretary: the look-alike is the longer word.
            if (look.Length > 7 && run.Contains(look, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var embedded in KeyWords.Embedded)
        {
            if (run.IndexOf(embedded, StringComparison.Ordinal) is >= 0 and var at)
            {
                AddRest(run[..at], words);
                words.Add(embedded);
                AddRest(run[(at + embedded.Length)..], words);
                return true;
            }
        }

        return false;
    }

    private static bool TrySplitForeign(string run, List<string> words)
    {
        if (ForeignWords.IsStrong(run) || ForeignWords.FindIn(run) is not { } found)
        {
            return false;
        }

        var at = run.IndexOf(found, StringComparison.Ordinal);
        AddRest(run[..at], words);
        words.Add(found);
        AddRest(run[(at + found.Length)..], words);
        return true;
    }

    private static bool TrySplitToken(string word, List<string> words)
    {
        if (word.EndsWith("token", StringComparison.Ordinal))
        {
            words.Add(word[..^5]);
            words.Add("token");
            return true;
        }

        return false;
    }

    private static void AddRest(string rest, List<string> words)
    {
        if (rest.Length > 1)
        {
            words.Add(Singular(rest));
        }
    }

    private static string Singular(string word)
    {
        var isPlural = word.Length >= 4 && word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal);
        return isPlural && !KeyHeads.Measures.Contains(word) && !KeyHeads.Others.Contains(word) ? word[..^1] : word;
    }
}
