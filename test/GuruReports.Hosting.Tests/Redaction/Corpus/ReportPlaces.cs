using System.Globalization;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.CommandLines;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Puts the corpus into everything that a report can hold, as the sections make it, after the secrets were learned as a report learns them.</summary>
internal static class ReportPlaces
{
    /// <summary>Gets the places by name: what the section would hand over for one sample.</summary>
    public static IReadOnlyDictionary<string, Func<CorpusSample, IRedactor, ReportValue>> All { get; } = new Dictionary<string, Func<CorpusSample, IRedactor, ReportValue>>
    {
        ["settings"] = (sample, _) => new ReportMap([new ReportEntry(Key(sample), sample.Value)]),
        ["exceptions"] = (sample, redactor) => new ReportText(redactor.Redact($"InvalidOperationException: could not use '{Quoted(sample)}' at node 3")),
        ["thread names"] = (sample, _) => new ReportStacks([new StackGroup { Count = 1, Noun = "thread", State = "running", Members = [new StackMember($"#7 \"worker {Quoted(sample)}\"", [new ReportEntry("os name", Cut($"worker {Quoted(sample)}", 15))])] }]),
        ["command lines of children"] = (sample, redactor) => new ReportTree([new ReportTreeNode("4711 child", [new ReportEntry("command", string.Join(' ', ArgumentSecrets.Redact(Command(sample), redactor)))], [])]),
        ["heap strings"] = (sample, redactor) => new ReportTable(["count", "text"], [[3, redactor.Redact(Cut(sample.Value, 256))]]),
        ["custom: dictionary"] = (sample, redactor) => new ObjectConverter(redactor).Convert(new Dictionary<string, object> { [Key(sample)] = sample.Value, ["n"] = 1 }),
        ["custom: pair"] = (sample, redactor) => new ObjectConverter(redactor).Convert(new List<object> { new KeyValuePair<string, string>(Key(sample), sample.Value) }),
        ["custom: tuple"] = (sample, redactor) => new ObjectConverter(redactor).Convert((Key(sample), sample.Value)),
        ["custom: name and value"] = (sample, redactor) => new ObjectConverter(redactor).Convert(new[] { new { Name = Key(sample), Value = sample.Value, Source = "file" }, new { Name = "n", Value = "1", Source = "file" } }),
        ["custom: text of a pair"] = (sample, redactor) => new ObjectConverter(redactor).Convert(new KeyValuePair<string, string>(Key(sample), sample.Value).ToString()),
    };

    /// <summary>Gets the lines that stand before and behind a report, and in place of one.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> Lines { get; } = new Dictionary<string, Func<string, string>>
    {
        ["start"] = reason => $"GuruMeditation: report 7f3a-1 started ({reason})",
        ["closing"] = reason => $"GuruMeditation: report 7f3a-1 done in 12 ms, written to stderr; left out: {reason}",
        ["failure"] = reason => $"GuruMeditation: report 7f3a-1 failed: IOException: {reason}",
    };

    /// <summary>Returns a redactor that was shown the settings and command lines, as a report's is.</summary>
    public static SecretRedactor Learn(IEnumerable<CorpusSample> samples)
    {
        var redactor = new SecretRedactor(new RedactionOptions());
        foreach (var sample in samples)
        {
            if (sample.Kind is SampleKind.Setting)
            {
                redactor.Redact(sample.Key, sample.Value);
            }
            else if (sample.Kind is SampleKind.Command)
            {
                ArgumentSecrets.Redact(sample.Arguments, redactor);
            }
            else
            {
                redactor.Redact(sample.Value);
            }
        }

        return redactor;
    }

    /// <summary>Makes a report with one section a sample.</summary>
    public static Report Make(IEnumerable<CorpusSample> samples, string place, IRedactor redactor) => new()
    {
        Id = "a-1",
        Reason = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Service = new ServiceIdentity { Name = "s", ProcessId = 1, MachineName = "m" },
        Sections = [.. samples.Select((sample, index) => new ReportSection { Title = string.Create(CultureInfo.InvariantCulture, $"Sample {index}"), Value = All[place](sample, redactor) })],
    };

    private static string Key(CorpusSample sample) => sample.Key.Length > 0 ? sample.Key : "text";

    // What a message quotes of a setting is the secret alone; of a text, the text.
    private static string Quoted(CorpusSample sample) => sample is { Kind: SampleKind.Setting, Secrets: [var secret] } ? secret : sample.Value;

    private static IReadOnlyList<string> Command(CorpusSample sample) =>
        sample.Kind is SampleKind.Command ? sample.Arguments : ["child", "--setting", Quoted(sample), "-v"];

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
