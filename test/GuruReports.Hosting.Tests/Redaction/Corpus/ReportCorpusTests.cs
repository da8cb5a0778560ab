using System.Net;
using GuruReports.Hosting.Redaction;
using GuruReports.Reporting;
using GuruReports.Reporting.Rendering;
using Xunit.Abstractions;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Measures how many secrets a finished report shows, place by place and format by format.</summary>
public class ReportCorpusTests(ITestOutputHelper output)
{
    private const double MostShown = 0.02;
    private const int ShortestCounted = 6;

    private static readonly IReadOnlyList<CorpusSample> s_secrets = [.. CorpusReader.Known, .. CorpusReader.HeldOut];
    private static readonly IReadOnlyList<CorpusSample> s_lookAlikes = [.. CorpusReader.KnownLookAlikes.Concat(CorpusReader.HeldOutLookAlikes).Select(sample => sample with { Secrets = [] })];
    private static readonly ReportFormat[] s_formats = [ReportFormat.Text, ReportFormat.Json, ReportFormat.Xml, ReportFormat.Html];

    public static TheoryData<string> Places => [.. ReportPlaces.All.Keys];

    public static TheoryData<string> Lines => [.. ReportPlaces.Lines.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void Render_ReportFullOfSecrets_ShowsHardlyAny(string place)
    {
        var redactor = ReportPlaces.Learn(s_secrets);

        var report = new ReportScrubber(redactor).Scrub(ReportPlaces.Make(s_secrets, place, redactor));

        foreach (var format in s_formats)
        {
            var text = ReportRendering.Render(report, format, new RenderingOptions { MaximumSize = int.MaxValue });
            var decoded = WebUtility.HtmlDecode(text);
            var shown = s_secrets.Where(sample => sample.Secrets.Any(secret => secret.Length >= ShortestCounted && (text.Contains(secret, StringComparison.Ordinal) || decoded.Contains(secret, StringComparison.Ordinal)))).ToList();
            Tell($"{place}, {format}", shown, s_secrets.Count);
            Assert.InRange((double)shown.Count / s_secrets.Count, 0, MostShown);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Scrub_ReportFullOfLookAlikes_LeavesNearlyAll(string place)
    {
        var redactor = ReportPlaces.Learn(s_lookAlikes);

        var masked = s_lookAlikes.Where(sample => Masks(redactor, sample, place)).ToList();

        Tell(place, masked, s_lookAlikes.Count);
        Assert.InRange((double)masked.Count / s_lookAlikes.Count, 0, MostShown);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_LineWithASecret_ShowsHardlyAny(string line)
    {
        var redactor = ReportPlaces.Learn(s_secrets);

        var shown = s_secrets.Where(sample => redactor.Redact(ReportPlaces.Lines[line](sample.Value)) is var text && sample.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))).ToList();

        Tell(line, shown, s_secrets.Count);
        Assert.InRange((double)shown.Count / s_secrets.Count, 0, MostShown);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_LineWithALookAlike_LeavesNearlyAll(string line)
    {
        var redactor = ReportPlaces.Learn(s_lookAlikes);

        var masked = s_lookAlikes.Where(sample => sample.Kind is not SampleKind.Setting && redactor.Redact(ReportPlaces.Lines[line](sample.Value)).Contains(SecretRedactor.Mask, StringComparison.Ordinal)).ToList();

        Tell(line, masked, s_lookAlikes.Count);
        Assert.InRange((double)masked.Count / s_lookAlikes.Count, 0, MostShown);
    }

    private static bool Masks(SecretRedactor redactor, CorpusSample sample, string place)
    {
        var report = new ReportScrubber(redactor).Scrub(ReportPlaces.Make([sample], place, redactor));
        return ReportRendering.Render(report, ReportFormat.Json).Contains(SecretRedactor.Mask, StringComparison.Ordinal);
    }

    private void Tell(string what, List<CorpusSample> wrong, int count)
    {
        output.WriteLine($"{what}: {wrong.Count} of {count} wrong");
        wrong.ForEach(sample => output.WriteLine("  " + sample.Line));
    }
}
