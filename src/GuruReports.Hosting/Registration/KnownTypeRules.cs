namespace GuruReports.Hosting.Registration;

/// <summary>Checks what the settings say of the service's own pools and queues.</summary>
internal static class KnownTypeRules
{
    private const int Most = 32;
    private const int LongestWords = 60;
    private const int LongestType = 300;
    private const int LongestName = 100;
    private const int MostPaths = 8;
    private const int MostSteps = 8;
    private const string Name = "the full name of a type of at most 300 letters, without what it is generic of, such as Shop.Mail.SmtpPool";
    private const string Words = "a few words of at most 60 letters, such as SMTP sessions";

    private const string Paths = "at most 8 paths of at most 8 fields each, such as _options/MaxSessions, or _all -_idle";

    public static void Check(SettingRules rules, IList<KnownTypeOptions> types)
    {
        rules.Must(types.Count <= Most, "Snapshot:KnownTypes", FormattableString.Invariant($"{types.Count} types"), FormattableString.Invariant($"at most {Most}"));
        for (var index = 0; index < types.Count && index < Most; index++)
        {
            Check(rules, FormattableString.Invariant($"Snapshot:KnownTypes:{index}:"), types[index]);
        }
    }

    private static void Check(SettingRules rules, string key, KnownTypeOptions type)
    {
        rules.Must(type.Type is { } name && IsTypeName(name), key + nameof(type.Type), type.Type, Name);
        rules.Must(Enum.IsDefined(type.Kind), key + nameof(type.Kind), type.Kind, "one of Pool, Queue");
        var isPool = type.Kind == KnownTypeKind.Pool;
        Place(nameof(type.InUse), type.InUse, isPool, isPool);
        Place(nameof(type.Most), type.Most, isPool, false);
        Place(nameof(type.Waiting), type.Waiting, isPool, false);
        Place(nameof(type.Idle), type.Idle, isPool, false);
        Place(nameof(type.MemberPool), type.MemberPool, type.Member is not null, type.Member is not null);
        Place(nameof(type.MemberLent), type.MemberLent, type.Member is not null, type.Member is not null);
        Place(nameof(type.Length), type.Length, !isPool, !isPool);
        Place(nameof(type.Capacity), type.Capacity, !isPool, false);
        Place(nameof(type.Readers), type.Readers, !isPool, false);
        Place(nameof(type.Writers), type.Writers, !isPool, false);
        rules.Must(type.Member is null || (isPool && IsTypeName(type.Member)), key + nameof(type.Member), type.Member, isPool ? Name : "nothing: only a pool lends");
        rules.Must(type.Lends is null || (isPool && type.Lends.Length is > 0 and <= LongestWords && !type.Lends.Any(char.IsControl)), key + nameof(type.Lends), type.Lends, isPool ? Words : "nothing: only a pool lends");

        void Place(string setting, string? value, bool isAllowed, bool isNeeded) => rules.Must(
            value is null ? !isNeeded : isAllowed && ArePaths(value),
            key + setting,
            value,
            isAllowed ? Paths : setting.StartsWith(nameof(type.Member), StringComparison.Ordinal) ? "nothing where Member is not set" : $"nothing for a {type.Kind.ToString().ToLowerInvariant()}");
    }

    private static bool IsTypeName(string name) => name.Length <= LongestType && name.Split('.', '+').All(IsName);

    private static bool ArePaths(string paths) => paths.Split(' ') is { Length: <= MostPaths } all
        && all.All(static path => (path.StartsWith('-') ? path[1..] : path).Split('/') is { Length: <= MostSteps } steps && steps.All(IsName));

    // Metadata allows more in a name; nobody writes it.
    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && !char.IsAsciiDigit(name[0]) && name.All(static letter => char.IsLetterOrDigit(letter) || letter == '_');
}
