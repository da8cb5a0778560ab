namespace GuruReports.Hosting.Redaction;

/// <summary>
/// Judges keys by their words. A compound's last word is what it is (a token lifetime is a lifetime); a secret word
/// with an unknown word behind it (<c>PASSWORD_DB</c>) counts as secret, because that is the safe error. Pure.
/// </summary>
internal static class KeyClassifier
{
    /// <summary>Judges a key.</summary>
    /// <param name="key">The key with all its parts.</param>
    public static KeyVerdict Classify(string key)
    {
        var parts = KeyTokenizer.Parts(key);
        for (var last = parts.Count - 1; last >= 0; last--)
        {
            var words = KeyTokenizer.Words(parts[last]);
            TrimNeutral(words);
            if (words.Count == 0)
            {
                // Password:Value, Keys:Primary: the part above says what it is.
                continue;
            }

            var verdict = Judge(words, hasParent: last > 0);
            return verdict is KeyVerdict.Harmless ? JudgeContainer(parts, last, words) : verdict;
        }

        return KeyVerdict.Harmless;
    }

    private static void TrimNeutral(List<string> words)
    {
        while (words.Count > 0 && KeyWords.Neutral.Contains(words[^1]) && !(words is [.., "connection", "string"]))
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static KeyVerdict Judge(List<string> words, bool hasParent)
    {
        var head = words[^1];
        for (var index = 0; index < words.Count; index++)
        {
            var verdict = JudgeWord(words, index, hasParent);
            if (verdict is KeyVerdict.Harmless)
            {
                continue;
            }

            return index == words.Count - 1 ? verdict : JudgeHead(words, index, head, verdict);
        }

        return KeyVerdict.Harmless;
    }

    private static KeyVerdict JudgeHead(List<string> words, int secret, string head, KeyVerdict verdict)
    {
        if (KeyWords.MeasureHeads.Contains(head))
        {
            return KeyVerdict.SecretUnlessMeasure;
        }

        if (KeyWords.OtherHeads.Contains(head) || (head == "id" && words[secret] == "key"))
        {
            return KeyVerdict.Harmless;
        }

        return verdict;
    }

    private static KeyVerdict JudgeWord(List<string> words, int index, bool hasParent)
    {
        var word = words[index];
        var before = index > 0 ? words[index - 1] : null;
        var isLast = index == words.Count - 1;
        switch (word)
        {
            case "connectionstring" or "connstr":
            case "string" when before == "connection":
                return KeyVerdict.ConnectionString;
            case "connection" when !isLast && words[index + 1] == "string":
                return KeyVerdict.ConnectionString;
            case "key":
                return JudgeKey(before, isLast, hasParent);
            case "token" when before is not null && (KeyWords.HarmlessTokenKinds.Contains(before) || IsPublicKey(words, index - 1)):
                return KeyVerdict.Harmless;
            case "pass" or "auth" or "salt" or "pepper" or "pin" or "otp" or "cookie":
                return isLast ? KeyVerdict.Weak : KeyVerdict.Harmless;
            case "dsn":
                return isLast ? KeyVerdict.ConnectionString : KeyVerdict.Harmless;
            default:
                return KeyWords.Strong.Contains(word) ? KeyVerdict.Secret : KeyVerdict.Harmless;
        }
    }

    private static KeyVerdict JudgeKey(string? before, bool isLast, bool hasParent)
    {
        if (before is null)
        {
            // A lone "Key" names a setting only below something (Jwt:Key); alone it is the title of a column.
            return isLast && hasParent ? KeyVerdict.Weak : KeyVerdict.Harmless;
        }

        if (KeyWords.SecretKeyKinds.Contains(before))
        {
            return KeyVerdict.Secret;
        }

        return isLast && !KeyWords.HarmlessKeyKinds.Contains(before) ? KeyVerdict.Weak : KeyVerdict.Harmless;
    }

    private static bool IsPublicKey(List<string> words, int index) =>
        (index > 0 && words[index] == "key" && words[index - 1] == "public") || words[index] == "publickey";

    // ConnectionStrings:Orders, Secrets:Stripe, ApiKeys:Billing: the part above is a collection of secrets.
    private static KeyVerdict JudgeContainer(List<string> parts, int last, List<string> words)
    {
        if (last == 0 || KeyWords.OtherHeads.Contains(words[^1]) || KeyWords.MeasureHeads.Contains(words[^1]))
        {
            return KeyVerdict.Harmless;
        }

        var parent = parts[last - 1];
        var above = KeyTokenizer.Words(parent);
        var isCollection = parent.EndsWith('s') || parent.EndsWith('S') || (above.Count == 1 && above[0] is "secret" or "credential");
        if (above.Count == 0 || !isCollection)
        {
            return KeyVerdict.Harmless;
        }

        return JudgeWord(above, above.Count - 1, hasParent: false);
    }
}
