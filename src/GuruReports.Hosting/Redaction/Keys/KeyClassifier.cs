namespace GuruReports.Hosting.Redaction.Keys;

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
        var isIdentity = false;
        for (var last = parts.Count - 1; last >= 0; last--)
        {
            var words = KeyTokenizer.Words(parts[last]);
            isIdentity |= last == parts.Count - 1 && IsIdentity(words, last > 0 ? parts[last - 1] : "");
            TrimNeutral(words);
            if (words.Count == 0)
            {
                // Password:Value, Keys:Primary: the part above says what it is.
                continue;
            }

            var verdict = Judge(words, hasParent: last > 0);
            verdict = verdict is KeyVerdict.Harmless ? JudgeContainers(parts, last, words) : verdict;
            return verdict is KeyVerdict.Harmless && isIdentity ? KeyVerdict.Identity : verdict;
        }

        return isIdentity ? KeyVerdict.Identity : KeyVerdict.Harmless;
    }

    /// <summary>Returns whether the last word of a name says that it is a secret, rather than one before it.</summary>
    /// <param name="name">The name, of one part.</param>
    public static bool EndsSecret(string name)
    {
        var words = KeyTokenizer.Words(name);
        return words.Count > 0 && JudgeWord(words, words.Count - 1, hasParent: false) is not KeyVerdict.Harmless;
    }

    // Whoever knows the number of a session has the session.
    private static bool IsIdentity(List<string> words, string parent)
    {
        if (words is [.., "public" or "publishable" or "site", "key"])
        {
            return true;
        }

        var isSession = words is [.., "session", "id"] || (words is ["id"] && KeyTokenizer.Words(parent) is [.., "session"]);
        return words.Count > 0 && KeyHeads.Identities.Contains(words[^1]) && !isSession;
    }

    private static void TrimNeutral(List<string> words)
    {
        while (words.Count > 0 && KeyHeads.Neutral.Contains(words[^1]) && words is not [.., "connection", "string"])
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static KeyVerdict Judge(List<string> words, bool hasParent)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var verdict = JudgeWord(words, index, hasParent);
            if (verdict is KeyVerdict.Harmless)
            {
                continue;
            }

            return index == words.Count - 1 ? verdict : JudgeHead(words, index, verdict);
        }

        return KeyVerdict.Harmless;
    }

    private static KeyVerdict JudgeHead(List<string> words, int secret, KeyVerdict verdict)
    {
        var head = words[^1];
        if (KeyHeads.Measures.Contains(head) || words.LastIndexOf("per") > secret)
        {
            return KeyVerdict.SecretUnlessMeasure;
        }

        return KeyHeads.Others.Contains(head) || (head == "id" && words[secret] == "key") ? KeyVerdict.Harmless : verdict;
    }

    private static KeyVerdict JudgeWord(List<string> words, int index, bool hasParent)
    {
        var word = words[index];
        var before = index > 0 ? words[index - 1] : null;
        var isLast = index == words.Count - 1;
        switch (word)
        {
            case "connectionstring" or "connstr":
            case "string" when before is "connection" or "conn":
                return KeyVerdict.ConnectionString;
            case "connection" when !isLast && words[index + 1] == "string":
                return KeyVerdict.ConnectionString;
            case "key":
                return JudgeKey(before, isLast, hasParent);
            case "token" when before is not null && (KeyWords.HarmlessTokenKinds.Contains(before) || IsPublicKey(words, index - 1)):
                return KeyVerdict.Harmless;
            case "dsn":
                return isLast ? KeyVerdict.ConnectionString : KeyVerdict.Harmless;
            case "jaas":
                return KeyVerdict.Weak;
            default:
                return JudgeOther(word, isLast);
        }
    }

    private static KeyVerdict JudgeOther(string word, bool isLast)
    {
        if (KeyWords.LookAlikes.Contains(word))
        {
            return KeyVerdict.Harmless;
        }

        if (KeyWords.Strong.Contains(word) || ForeignWords.IsStrong(word) || (isLast && KeyWords.StrongLast.Contains(word)))
        {
            return KeyVerdict.Secret;
        }

        // In many languages the noun comes first: cle_api, clave_api.
        return (isLast && KeyWords.WeakLast.Contains(word)) || ForeignWords.Keys.Contains(word) ? KeyVerdict.Weak : KeyVerdict.Harmless;
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

    // Secrets:Provider tells of all of them, Secrets:Mail is one.
    private static bool IsAboutAll(string head) => KeyHeads.AboutAll.Contains(head) || KeyHeads.Measures.Contains(head);

    // ConnectionStrings:Orders, Secrets:Db:Main, ApiKeys:Billing: a part above is a collection of secrets.
    private static KeyVerdict JudgeContainers(List<string> parts, int last, List<string> words)
    {
        for (var parent = last - 1; parent >= 0; parent--)
        {
            var above = KeyTokenizer.Words(parts[parent]);
            var isForeign = above.Count > 0 && ForeignWords.IsStrong(above[^1]);
            var isCollection = isForeign || parts[parent].EndsWith('s') || parts[parent].EndsWith('S') || above is ["secret"] or ["credential"];
            if (isCollection && above.Count > 0 && JudgeWord(above, above.Count - 1, hasParent: false) is not KeyVerdict.Harmless and var verdict)
            {
                return verdict is KeyVerdict.ConnectionString || !IsAboutAll(words[^1]) ? verdict : KeyVerdict.Harmless;
            }
        }

        return KeyVerdict.Harmless;
    }
}
