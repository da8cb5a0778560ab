using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Sections.Configuration;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Sections;

public class ConfigurationGeneratorTests
{
    [Fact]
    public void Generate_OverriddenKey_NamesTheWinnerAndTheOverridden()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Heat:Workers"] = "4", ["Heat:Password"] = "hunter2x" })
            .AddCommandLine(["--Heat:Workers=8"])
            .Build();

        var section = new ConfigurationGenerator(configuration).Generate(SectionTest.Context());

        var heat = Assert.IsType<ReportMap>(SectionTest.Find(section, "Heat"));
        Assert.Equal(new ReportEntry("Password", "***", "memory"), heat.Entries[0]);
        Assert.Equal(new ReportEntry("Workers", "8", "command line, overrides memory"), heat.Entries[1]);
        var fact = section.Facts.OfType<ConfigurationFacts>().Single().Keys.Single(key => key.Key == "Heat:Workers");
        Assert.Equal(("command line", true), (fact.Provider, fact.Differs));
        Assert.Equal(["memory"], fact.Overridden);
    }

    [Fact]
    public void Generate_KeyThatThrows_CostsThatKeyOnly()
    {
        var builder = new ConfigurationBuilder();
        builder.Add(new FaultySource());
        builder.AddInMemoryCollection(new Dictionary<string, string?> { ["Good"] = "1" });
        var configuration = builder.Build();

        var section = new ConfigurationGenerator(configuration).Generate(SectionTest.Context());

        Assert.Equal(SectionStatus.Partial, section.Status);
        Assert.Equal("1", SectionTest.Text(section, "(no group)", "Good"));
        Assert.Equal("2", SectionTest.Text(section, "Vault", "Fine"));
        var failure = Assert.Single(section.Facts.OfType<ConfigurationFacts>().Single().Failures);
        Assert.Equal("Vault:Bad", failure.Key);
        Assert.Contains("the vault is sealed", failure.Reason);
    }

    [Fact]
    public void Generate_ChainedConfiguration_ShowsTheInnerProviders()
    {
        var inner = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["A"] = "1" }).Build();
        var configuration = new ConfigurationBuilder().AddConfiguration(inner).AddCommandLine(["--B=2"]).Build();

        var facts = new ConfigurationGenerator(configuration).Generate(SectionTest.Context()).Facts.OfType<ConfigurationFacts>().Single();

        Assert.Equal(["memory", "command line"], facts.Providers);
        Assert.Equal(["memory", "command line"], facts.Keys.Select(key => key.Provider));
    }

    [Fact]
    public void Generate_OptionsThatFailed_AreShown()
    {
        var failures = new OptionsFailures();
        failures.Add(new OptionsValidationException("", typeof(GuruMeditationOptions), ["Workers must be at least 1"]));
        failures.Add(new OptionsValidationException("", typeof(GuruMeditationOptions), ["Workers must be at least 1"]));

        var section = new ConfigurationGenerator(new ConfigurationBuilder().Build(), failures).Generate(SectionTest.Context());

        var shown = Assert.Single(Assert.IsType<ReportList>(SectionTest.Find(section, "invalid options")).Items);
        Assert.Equal(new ReportText("GuruReports.Hosting.GuruMeditationOptions: Workers must be at least 1"), shown);
    }

    [Fact]
    public void Generate_ManyKeys_EachIsReadOnce()
    {
        var source = new CountingSource(30_000);
        var configuration = new ConfigurationBuilder().Add(source).Build();

        var section = new ConfigurationGenerator(configuration).Generate(SectionTest.Context());

        Assert.Equal(30_000, section.Facts.OfType<ConfigurationFacts>().Single().Keys.Count);
        Assert.InRange(source.Reads, 1, 2 * 30_000);
    }

    [Fact]
    public void Generate_TimeIsOver_ThePartThatWasRead()
    {
        using var cancellation = new CancellationTokenSource();
        var configuration = new ConfigurationBuilder().Add(new EndlessSource(cancellation)).Build();

        var section = new ConfigurationGenerator(configuration).Generate(SectionTest.Context(cancellation: cancellation.Token));

        Assert.Equal(SectionStatus.Partial, section.Status);
        Assert.Contains("the time was over", section.Reason, StringComparison.Ordinal);
        Assert.InRange(section.Facts.OfType<ConfigurationFacts>().Single().Keys.Count, 900, 1000);
    }

    // Counts how often its keys are looked through.
    private sealed class CountingSource(int keys) : ConfigurationProvider, IConfigurationSource
    {
        private readonly CountingDictionary _data = new(Enumerable.Range(0, keys).ToDictionary(i => $"Section{i / 10}:Key{i}", i => (string?)$"value {i}"));

        public long Reads => _data.Reads;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = _data;
    }

    private sealed class CountingDictionary(Dictionary<string, string?> inner) : IDictionary<string, string?>
    {
        public long Reads { get; private set; }

        public ICollection<string> Keys => inner.Keys;

        public ICollection<string?> Values => inner.Values;

        public int Count => inner.Count;

        public bool IsReadOnly => true;

        public string? this[string key]
        {
            get => inner[key];
            set => throw new NotSupportedException();
        }

        public void Add(string key, string? value) => throw new NotSupportedException();

        public void Add(KeyValuePair<string, string?> item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(KeyValuePair<string, string?> item) => inner.Contains(item);

        public bool ContainsKey(string key) => inner.ContainsKey(key);

        public void CopyTo(KeyValuePair<string, string?>[] array, int arrayIndex)
        {
            Reads += Count;
            ((ICollection<KeyValuePair<string, string?>>)inner).CopyTo(array, arrayIndex);
        }

        public IEnumerator<KeyValuePair<string, string?>> GetEnumerator()
        {
            foreach (var pair in inner)
            {
                Reads++;
                yield return pair;
            }
        }

        public bool Remove(string key) => throw new NotSupportedException();

        public bool Remove(KeyValuePair<string, string?> item) => throw new NotSupportedException();

        public bool TryGetValue(string key, out string? value) => inner.TryGetValue(key, out value);

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    // Has no end of keys; the time is over at the thousandth.
    private sealed class EndlessSource(CancellationTokenSource cancellation) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            value = key;
            return true;
        }

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            for (var number = 0; ; number++)
            {
                if (number == 1000)
                {
                    cancellation.Cancel();
                }

                yield return $"Key{number}";
            }
        }
    }

    private sealed class FaultySource : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = new Dictionary<string, string?> { ["Vault:Bad"] = "x", ["Vault:Fine"] = "2" };

        public override bool TryGet(string key, out string? value) =>
            key == "Vault:Bad" ? throw new InvalidOperationException("the vault is sealed") : base.TryGet(key, out value);
    }
}
