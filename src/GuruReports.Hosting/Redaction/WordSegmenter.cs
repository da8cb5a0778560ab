namespace GuruReports.Hosting.Redaction;

/// <summary>Splits a run of letters without boundaries (<c>pgpassword</c>, <c>apikey</c>) where it holds a word that matters. Pure.</summary>
internal static class WordSegmenter
{
    /// <summary>Adds the words of a run of lower-case letters.</summary>
    /// <param name="run">The letters.</param>
    /// <param name="words">Takes the words.</param>
    public static void Split(string run, List<string> words)
    {
        var word = Singular(run);
        if (IsKnown(word))
        {
            words.Add(word);
            return;
        }

        if (TrySplitEmbedded(run, words) || TrySplitToken(word, words) || TrySplitShort(word, words))
        {
            return;
        }

        words.Add(word);
    }

    private static bool IsKnown(string word) =>
        KeyWords.Strong.Contains(word) || KeyWords.LookAlikes.Contains(word) || KeyWords.WeakLast.Contains(word)
        || KeyWords.MeasureHeads.Contains(word) || KeyWords.OtherHeads.Contains(word);

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
            var at = run.IndexOf(embedded, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            AddRest(run[..at], words);
            words.Add(embedded);
            AddRest(run[(at + embedded.Length)..], words);
            return true;
        }

        return false;
    }

    private static bool TrySplitToken(string word, List<string> words)
    {
        if (word.EndsWith("token", StringComparison.Ordinal))
        {
            words.Add(word[..^5]);
            words.Add("token");
            return true;
        }

        if (word.StartsWith("token", StringComparison.Ordinal) && IsHead(word[5..]))
        {
            words.Add("token");
            words.Add(word[5..]);
            return true;
        }

        return false;
    }

    private static bool TrySplitShort(string word, List<string> words)
    {
        if (word.EndsWith("key", StringComparison.Ordinal) && (KeyWords.SecretKeyKinds.Contains(word[..^3]) || KeyWords.HarmlessKeyKinds.Contains(word[..^3])))
        {
            words.Add(word[..^3]);
            words.Add("key");
            return true;
        }

        if (word.EndsWith("pass", StringComparison.Ordinal) && KeyWords.PassPrefixes.Contains(word[..^4]))
        {
            words.Add(word[..^4]);
            words.Add("pass");
            return true;
        }

        if (word.EndsWith("pwd", StringComparison.Ordinal) && KeyWords.PassPrefixes.Contains(word[..^3]))
        {
            words.Add(word[..^3]);
            words.Add("pwd");
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

    private static bool IsHead(string word) => KeyWords.MeasureHeads.Contains(word) || KeyWords.OtherHeads.Contains(word);

    private static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word.EndsWith("ss", StringComparison.Ordinal) || IsHead(word))
        {
            return word;
        }

        return word[..^1];
    }
}
