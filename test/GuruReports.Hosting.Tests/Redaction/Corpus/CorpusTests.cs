using Xunit.Abstractions;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Measures how many secrets are masked and how many look-alikes are not, sample by sample, with nothing learned before.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    private const double LeastMasked = 0.98;
    private const double MostFalse = 0.02;

    public static TheoryData<string> Places => [.. FirstContact.Places.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void Redact_SecretsOfRealShapes_AreMasked(string place)
    {
        var known = Leaks(CorpusReader.Known, place);
        var heldOut = Leaks(CorpusReader.HeldOut, place);

        Assert.True(CorpusReader.Known.Count + CorpusReader.HeldOut.Count >= 250);
        Assert.InRange(1 - Share(known, CorpusReader.Known), LeastMasked, 1);
        Assert.InRange(1 - Share(heldOut, CorpusReader.HeldOut), LeastMasked, 1);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Redact_LookAlikes_StayReadable(string place)
    {
        var known = Changes(CorpusReader.KnownLookAlikes, place);
        var heldOut = Changes(CorpusReader.HeldOutLookAlikes, place);

        Assert.True(CorpusReader.KnownLookAlikes.Count + CorpusReader.HeldOutLookAlikes.Count >= 200);
        Assert.InRange(Share(known, CorpusReader.KnownLookAlikes), 0, MostFalse);
        Assert.InRange(Share(heldOut, CorpusReader.HeldOutLookAlikes), 0, MostFalse);
    }

    private List<CorpusSample> Leaks(IReadOnlyList<CorpusSample> samples, string place) => Tell(
        place, samples, sample => sample.Secrets.FirstOrDefault(secret => FirstContact.Places[place](sample).Contains(secret, StringComparison.Ordinal)) is not null);

    private List<CorpusSample> Changes(IReadOnlyList<CorpusSample> samples, string place) =>
        Tell(place, samples, sample => FirstContact.Places[place](sample).Contains("***", StringComparison.Ordinal));

    private List<CorpusSample> Tell(string place, IReadOnlyList<CorpusSample> samples, Predicate<CorpusSample> isWrong)
    {
        var wrong = samples.Where(sample => isWrong(sample)).ToList();
        output.WriteLine($"{place}: {wrong.Count} of {samples.Count} wrong");
        wrong.ForEach(sample => output.WriteLine($"  {sample.Line}   ->   {FirstContact.Places[place](sample)}"));
        return wrong;
    }

    private static double Share(List<CorpusSample> wrong, IReadOnlyList<CorpusSample> all) => (double)wrong.Count / all.Count;
}
