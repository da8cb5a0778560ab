using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Registration;

public sealed class RegistrationTests
{
    [Fact]
    public void Add_Twice_RegistersOnce()
    {
        var once = new ServiceCollection();
        var twice = new ServiceCollection();

        once.AddGuruMeditationReports();
        twice.AddGuruMeditationReports();
        twice.AddGuruMeditationReports();

        Assert.Equal(Descriptors(once), Descriptors(twice));
    }

    [Fact]
    public void Options_NoConfigurationAtAll_AreTheDefaults()
    {
        using var services = Build(new ServiceCollection(), s => s.AddGuruMeditationReports());

        var options = services.GetRequiredService<IOptions<GuruMeditationOptions>>().Value;

        Assert.Equal(ReportDestinations.StandardError, options.Destination);
    }

    [Fact]
    public void Options_FromConfiguration_AreBound()
    {
        var services = WithConfiguration(("GuruMeditation:Destination", "File, Logger"), ("GuruMeditation:Burst:Count", "3"), ("GuruMeditation:Sections:Exclude:0", "Heap"));
        using var provider = Build(services, s => s.AddGuruMeditationReports());

        var options = provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value;

        Assert.Equal(ReportDestinations.File | ReportDestinations.Logger, options.Destination);
        Assert.Equal(3, options.Burst.Count);
        Assert.Equal("Heap", Assert.Single(options.Sections.Exclude));
    }

    [Fact]
    public void Options_FromCode_WinOverConfiguration()
    {
        var services = WithConfiguration(("GuruMeditation:ServiceName", "from configuration"));
        using var provider = Build(services, s => s.AddGuruMeditationReports(o => o.ServiceName = "from code"));

        Assert.Equal("from code", provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value.ServiceName);
    }

    [Fact]
    public void Options_FromASectionOfOnesOwn_ReplaceTheUsualOne()
    {
        var services = WithConfiguration(("Reports:ServiceName", "mine"), ("GuruMeditation:ServiceName", "usual"));
        var configuration = (IConfiguration)services.Single(s => s.ServiceType == typeof(IConfiguration)).ImplementationInstance!;
        using var provider = Build(services, s => s.AddGuruMeditationReports(configuration.GetSection("Reports")));

        Assert.Equal("mine", provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value.ServiceName);
    }

    [Theory]
    [InlineData("SectionTimeout", "soon")]
    [InlineData("SectionTimeout", "00:00:00")]
    [InlineData("Format", "Pdf")]
    [InlineData("Destination", "64")]
    [InlineData("Enabled", "perhaps")]
    [InlineData("RetainedBytes", "-1")]
    [InlineData("Watchdog:StarvationLimit", "00:00:00.1000000")]
    [InlineData("Threads:Capture", "Guess")]
    [InlineData("Redaction:ValuePatterns:0", "(?=x)")]
    public void Options_BadValue_FailWithKeyAndValue(string key, string value)
    {
        using var provider = Build(WithConfiguration(("GuruMeditation:" + key, value)), s => s.AddGuruMeditationReports());

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value);

        Assert.Contains($"GuruMeditation:{key} is '{value}'; allowed: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_BadConfiguration_DoesNotThrowYet()
    {
        var services = WithConfiguration(("GuruMeditation:SectionTimeout", "soon"));

        var builder = services.AddGuruMeditationReports();

        Assert.Same(services, builder.Services);
    }

    [Fact]
    public void Generators_BuiltInOnes_CanAllBeMade()
    {
        var host = Host.CreateApplicationBuilder();
        host.Services.AddGuruMeditationReports();
        using var built = host.Build();

        var titles = built.Services.GetServices<IReportGenerator>().Select(g => g.Title).ToList();

        Assert.Equal(titles.Distinct(), titles);
        Assert.Contains("Package", titles);
        Assert.Contains("Threads", titles);
        Assert.Contains("Green Threads", titles);
        Assert.Contains("Processes", titles);
        Assert.Contains("Configuration", titles);
    }

    private static ServiceCollection WithConfiguration(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)))
            .Build());
        return services;
    }

    private static ServiceProvider Build(ServiceCollection services, Action<IServiceCollection> register)
    {
        register(services);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<string> Descriptors(ServiceCollection services) => services
        .Select(s => $"{s.ServiceType} {s.ImplementationType}")
        .Order(StringComparer.Ordinal);
}
