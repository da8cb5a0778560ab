using GuruReports.Hosting.Events;
using GuruReports.Hosting.Registration.Settings;
using GuruReports.Reporting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Registration.Settings;

/// <summary>Settings that are loaded again while the host runs.</summary>
public sealed class ReloadTests
{
    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());

    public ReloadTests()
    {
        _builder.Logging.ClearProviders();
        _builder.Configuration.AddInMemoryCollection([new("GuruMeditation:Signal", "none"), new("GuruMeditation:Watchdog:Enabled", "false")]);
        _builder.Services.AddGuruMeditationReports();
    }

    [Fact]
    public async Task Reload_ValueThatCannotBe_IsToldAndThoseBeforeStay()
    {
        using var host = await Start();

        Reload(("Format", "Parchment"));

        Assert.Equal(ReportFormat.Text, Current(host).Format);
        AssertTold(13, "GuruMeditation:Format is 'Parchment'; allowed: one of Text");
    }

    [Fact]
    public async Task Reload_ValueThatCanBe_Holds()
    {
        using var host = await Start();
        Reload(("Format", "Papyrus"));

        Reload(("Format", "Json"));

        Assert.Equal(ReportFormat.Json, Current(host).Format);
    }

    [Fact]
    public async Task Reload_WhatStandsForNothingOrHoldsFromTheNextStart_IsTold()
    {
        using var host = await Start();

        Reload(("Formt", "Json"), ("Findings:Disabled", "GURU999"), ("RequestFile", "/run/reload-test"), ("Watchdog:Rules:Cpu:Limit", "1.5"));

        AssertTold(2, "GuruMeditation:Formt");
        AssertTold(11, "GuruMeditation:Findings:Disabled names GURU999");
        AssertTold(14, "RequestFile, Watchdog:Rules were changed");
    }

    [Fact]
    public void FindChanged_EqualOptions_None() =>
        Assert.Empty(StartSettings.FindChanged(new GuruMeditationOptions { ServiceName = "shop" }, new GuruMeditationOptions { ServiceName = "shop", Format = ReportFormat.Xml }));

    private async Task<IHost> Start()
    {
        var host = _builder.Build();
        await host.StartAsync();
        return host;
    }

    private void Reload(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings)
        {
            _builder.Configuration["GuruMeditation:" + key] = value;
        }

        ((IConfigurationRoot)_builder.Configuration).Reload();
    }

    private static GuruMeditationOptions Current(IHost host) => host.Services.GetRequiredService<IOptionsMonitor<GuruMeditationOptions>>().CurrentValue;

    private static void AssertTold(int id, string words) =>
        Assert.Contains(LogEvents.Shared.Read(), entry => entry.Id.Id == id && entry.Text.Contains(words, StringComparison.Ordinal));
}
