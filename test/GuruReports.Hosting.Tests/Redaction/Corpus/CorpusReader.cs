using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Makes samples from lines: each <c>{kind:length}</c> becomes a value made at random from a seed that the line gives.</summary>
internal static partial class CorpusReader
{
    public static IReadOnlyList<CorpusSample> Known { get; } =
        [.. Read(SampleKind.Setting, KnownSecrets.Settings), .. Read(SampleKind.Text, KnownSecrets.Texts), .. Read(SampleKind.Command, KnownSecrets.Commands)];

    public static IReadOnlyList<CorpusSample> HeldOut { get; } =
        [.. Read(SampleKind.Setting, HeldOutSecrets.Settings), .. Read(SampleKind.Text, HeldOutSecrets.Texts), .. Read(SampleKind.Command, HeldOutSecrets.Commands)];

    public static IReadOnlyList<CorpusSample> KnownLookAlikes { get; } =
        [.. Read(SampleKind.Setting, KnownHarmless.Settings), .. Read(SampleKind.Text, KnownHarmless.Texts), .. Read(SampleKind.Command, KnownHarmless.Commands)];

    public static IReadOnlyList<CorpusSample> HeldOutLookAlikes { get; } =
        [.. Read(SampleKind.Setting, HeldOutHarmless.Settings), .. Read(SampleKind.Text, HeldOutHarmless.Texts), .. Read(SampleKind.Command, HeldOutHarmless.Commands)];

    public static IEnumerable<CorpusSample> Read(SampleKind kind, string lines) =>
        lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Parse(kind, line));

    private static CorpusSample Parse(SampleKind kind, string line)
    {
        var at = kind is SampleKind.Setting ? line.IndexOf(" = ", StringComparison.Ordinal) : -1;
        var key = at < 0 ? "" : line[..at];
        var maker = new ValueMaker(Seed(line));
        var secrets = new List<string>();
        var value = Placeholder().Replace(at < 0 ? line : line[(at + 3)..], match =>
        {
            var made = maker.Make(match.Groups[1].Value, match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0);
            secrets.Add(made);
            return made;
        });
        return new CorpusSample(kind, line, key, kind is SampleKind.Text ? value.Replace(@"\n", "\n", StringComparison.Ordinal) : value, secrets);
    }

    // FNV-1a: string.GetHashCode differs from run to run.
    private static int Seed(string line)
    {
        var hash = 2166136261u;
        foreach (var character in line)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)hash;
    }

    [GeneratedRegex(@"\{(pw|pwr|pws|pp|pem|guid|hex|HEX|b62|b64|b64u|b64url|dig|upper|lower|B32)(?::(\d+))?\}")]
    private static partial Regex Placeholder();
}
