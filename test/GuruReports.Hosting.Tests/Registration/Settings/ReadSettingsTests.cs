using GuruReports.Hosting.Registration.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Registration.Settings;

/// <summary>Settings in another shape than the documented one: they work, or are refused; none is dropped in silence.</summary>
public sealed class ReadSettingsTests
{
    [Fact]
    public void Options_TextWhereAListBelongs_IsAList()
    {
        var options = Bind(("Redaction:KeyPatterns", "card,number"), ("Sections:Exclude", "Environment, Host"), ("Findings:Disabled:0", "GURU001"));

        Assert.Equal(["card,number"], options.Redaction.KeyPatterns);
        Assert.Equal(["Environment", "Host"], options.Sections.Exclude);
        Assert.Equal(["GURU001"], options.Findings.Disabled);
    }

    [Fact]
    public void Options_ListOfDestinations_AreAll()
    {
        var options = Bind(("Destination:0", "StandardError"), ("Destination:1", "File"));

        Assert.Equal(ReportDestinations.StandardError | ReportDestinations.File, options.Destination);
    }

    [Fact]
    public void Options_EmptyText_IsNotSet()
    {
        var options = Bind(("Signal", ""), ("ServiceName", " "), ("MinimumInterval", ""), ("Destination", ""), ("Redaction:KeyPatterns", ""), ("Sections:Include:0", ""));

        Assert.Equal(new GuruMeditationOptions().MinimumInterval, options.MinimumInterval);
        Assert.Equal(ReportDestinations.StandardError, options.Destination);
        Assert.Null(options.ServiceName);
        Assert.Null(options.Signal);
        Assert.Empty(options.Redaction.KeyPatterns);
        Assert.Empty(options.Sections.Include);
    }

    [Theory]
    [InlineData("Snapshot", "false", "Enabled")]
    [InlineData("ServiceName:0", "one", "a text")]
    [InlineData("RetainedReports:0", "1", "a whole number")]
    [InlineData("Redaction:KeyPatterns:0:Pattern", "x", "a text")]
    [InlineData("Snapshot:KnownTypes:0", "Shop.Outbox", "a group of settings")]
    [InlineData("Snapshot:KnownTypes:0:Kind", "Stack", "one of Pool, Queue")]
    public void Options_ShapeThatNothingCanBeMadeOf_IsRefused(string key, string value, string allowed)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Bind((key, value)));

        Assert.Contains("GuruMeditation:" + key.Split(':')[0], Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.Contains(allowed, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_TextInPlaceOfAllSettings_IsRefused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GuruMeditation", "false")]).Build();

        var failure = Assert.Single(ReadSettings.From(configuration.GetSection("GuruMeditation")).Failures);

        Assert.StartsWith("GuruMeditation is 'false'; allowed: a group of settings, which are Enabled, ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ListOfGroups_EachItemIsRead()
    {
        var options = Bind(("Snapshot:KnownTypes:0:Type", "Shop.Outbox"), ("Snapshot:KnownTypes:0:Kind", "queue"), ("Snapshot:KnownTypes:0:Length", "_mails"), ("Snapshot:KnownTypes:1:Type", "Shop.SmtpPool"), ("Snapshot:KnownTypes:1:InUse", "_all -_idle"), ("Snapshot:KnownTypes:1:Most", ""));

        Assert.Equal(["Shop.Outbox Queue _mails ", "Shop.SmtpPool Pool  _all -_idle"], options.Snapshot.KnownTypes.Select(static type => $"{type.Type} {type.Kind} {type.Length} {type.InUse}"));
        Assert.Null(options.Snapshot.KnownTypes[1].Most);
    }

    [Fact]
    public void From_ListOfGroups_WhatIsNoSettingIsNamed()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GuruMeditation:Snapshot:KnownTypes:0:Typ", "Shop.Outbox")]).Build();

        Assert.Equal(["GuruMeditation:Snapshot:KnownTypes:0:Typ"], ReadSettings.From(configuration.GetSection("GuruMeditation")).Unknown);
    }

    [Fact]
    public void Tree_AllOptions_StandInIt()
    {
        var options = Leaves(typeof(GuruMeditationOptions), "").OrderBy(leaf => leaf.Key, StringComparer.Ordinal);

        Assert.Equal(options, SettingTree.All.OrderBy(leaf => leaf.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, Type>> Leaves(Type type, string prefix) => type.GetProperties().SelectMany(property =>
        property.PropertyType == typeof(IList<KnownTypeOptions>) ? Leaves(typeof(KnownTypeOptions), prefix + property.Name + ":*:")
            : property.PropertyType.Namespace == type.Namespace && property.PropertyType.IsClass ? Leaves(property.PropertyType, prefix + property.Name + ":")
            : [new KeyValuePair<string, Type>(prefix + property.Name, property.PropertyType)]);

    private static GuruMeditationOptions Bind(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("GuruMeditation:" + setting.Key, setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddGuruMeditationReports();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value;
    }
}
