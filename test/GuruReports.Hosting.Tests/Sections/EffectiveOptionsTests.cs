using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Configuration;
using GuruReports.Hosting.Sections.Configuration.Effective;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Tests.Sections;

public sealed class EffectiveOptionsTests
{
    [Fact]
    public void Generate_OptionsOfTheService_ShowsValuesInEffectAndThoseOfTheCode()
    {
        var section = Generate(out _, options => options.Region = "north", ("Shop:Workers", "8"));

        var shop = Assert.IsType<ReportMap>(SectionTest.Find(section, "options in effect", "Shop"));
        Assert.Equal(
            [
                new ReportEntry("Workers", 8, "default 4"),
                new ReportEntry("Region", "north", "default south"),
                new ReportEntry("Timeout", TimeSpan.FromSeconds(30), "default"),
                new ReportEntry("Stamp", "***"),
            ],
            shop.Entries.Take(4));
        Assert.Equal("***", SectionTest.Text(section, "options in effect", "Shop", "Store", "Door"));
    }

    [Fact]
    public void Generate_PropertyDeclaredSecret_IsMaskedUnderItsKeyAndElsewhere()
    {
        var section = Generate(out var redactor, _ => { }, ("Shop:Stamp", "blue elephants dance"), ("Shop:Store:Door", "4711"));

        Assert.Equal("***", SectionTest.Text(section, "Shop", "Stamp"));
        Assert.Equal("***", SectionTest.Text(section, "Shop", "Store:Door"));
        Assert.Equal("the stamp is ***.", redactor.Redact("the stamp is blue elephants dance."));
    }

    [Fact]
    public void Generate_OptionsThatAreRefused_SayWhyAndTheKeysAreShown()
    {
        var section = Generate(out _, _ => throw new InvalidOperationException("no shop today"), ("Shop:Workers", "8"));

        var refused = Assert.IsType<ReportUnknown>(SectionTest.Find(section, "options in effect", "Shop"));
        Assert.Contains("no shop today", refused.Reason, StringComparison.Ordinal);
        Assert.Equal("8", SectionTest.Text(section, "Shop", "Workers"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Redact_KeyDeclaredByTheProgram_IsMaskedInEverySpelling(bool isEnabled)
    {
        new ServiceCollection().AddGuruMeditationReports(options => options.Signal = "none").AddSecret("Bakery:Recipe");
        var redactor = new SecretRedactor(new RedactionOptions { Enabled = isEnabled });

        Assert.Equal("***", redactor.Redact("Bakery:Recipe", "flour"));
        Assert.Equal("***", redactor.Redact("bakery__recipe__0", "water"));
        Assert.Equal("oven", redactor.Redact("Bakery:RecipeBook", "oven"));
    }

    [Fact]
    public void Convert_MemberDeclaredSecret_IsMaskedAndRemembered()
    {
        var redactor = new SecretRedactor(new RedactionOptions());

        var map = Assert.IsType<ReportMap>(new ObjectConverter(redactor).Convert(new ShopOptions { Stamp = "green tigers sleep" }));

        Assert.Equal(new ReportText("***"), map.Entries.Single(entry => entry.Name == "Stamp").Value);
        Assert.Equal("it is ***.", redactor.Redact("it is green tigers sleep."));
    }

    private static ReportSection Generate(out IRedactor redactor, Action<ShopOptions> configure, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
        var services = new ServiceCollection();
        services.AddOptions<ShopOptions>().Bind(configuration.GetSection("Shop")).Configure(configure);
        services.AddGuruMeditationReports(options => options.Signal = "none").AddOptions<ShopOptions>("Shop").AddOptions<ShopOptions>("Shop");
        using var provider = services.BuildServiceProvider();
        var context = SectionTest.Context();
        redactor = context.Redactor;
        return new ConfigurationGenerator(configuration, effective: new EffectiveOptions(provider.GetServices<IOptionsToShow>(), provider)).Generate(context);
    }

    internal sealed class ShopOptions
    {
        public int Workers { get; set; } = 4;

        public string Region { get; set; } = "south";

        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

        [ReportSecret]
        public string Stamp { get; set; } = "";

        public StoreOptions Store { get; } = new();
    }

    internal sealed class StoreOptions
    {
        [ReportSecret]
        public string Door { get; set; } = "0815";
    }
}
