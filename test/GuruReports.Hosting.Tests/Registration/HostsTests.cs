using System.Runtime.CompilerServices;
using GuruReports.Hosting.Events;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Registration;

/// <summary>Real hosts in this process, and the sections that they bring.</summary>
public sealed class HostsTests
{
    [Fact]
    public void Add_TwoHostsOfOneName_HaveNamesOfTheirOwn()
    {
        var hosts = new HostList();

        var first = hosts.Add(new HostReports { Name = "shop", Options = new GuruMeditationOptions() });
        var second = hosts.Add(new HostReports { Name = "shop", Options = new GuruMeditationOptions() });
        hosts.Remove(first);
        var third = hosts.Add(new HostReports { Name = "shop", Options = new GuruMeditationOptions() });

        Assert.Equal(["shop", "shop #2", "shop"], new[] { first, second, third }.Select(host => host.Name));
        Assert.Equal([second, third], hosts.All);
    }

    [Fact]
    public async Task Hosts_StartedAndDisposed_LeaveNothingBehind()
    {
        await StartAndDispose();
        var left = new List<WeakReference>();
        for (var number = 0; number < 100; number++)
        {
            left.Add(await StartAndDispose());
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.InRange(left.Count(host => host.IsAlive), 0, 1);
    }

    [Fact]
    public async Task Hosts_StoppedAndNotDisposed_AreNotHeldByTheirConfiguration()
    {
        // As one does that watches its files.
        var longLived = new ConfigurationBuilder().AddInMemoryCollection([new("Shop:Name", "corner")]).Build();
        var left = new List<WeakReference>();
        for (var number = 0; number < 10; number++)
        {
            left.Add(await StartAndStop(longLived));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.InRange(left.Count(services => services.IsAlive), 0, 1);
        GC.KeepAlive(longLived);
    }

    [Fact]
    public async Task Start_GeneratorThatCannotBeMade_IsTold()
    {
        var builder = MakeBuilder();
        builder.Services.AddGuruMeditationReports().AddGenerator<Unmakeable>();
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Contains(LogEvents.Shared.Read(), entry => entry.Id.Id == 3 && entry.Text.Contains(nameof(Unmakeable), StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public void AddGuruMeditationSection_Alone_ArmsNothing()
    {
        var services = new ServiceCollection().AddGuruMeditationSection("Own", () => 1);

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IHostedService) || service.ServiceType == typeof(IGuruMeditation));
    }

    [Fact]
    public void AddSection_WithServices_IsGivenThoseOfTheHost()
    {
        var builder = MakeBuilder();
        builder.Services.AddSingleton("from the host");
        builder.Services.AddGuruMeditationReports().AddSection("Own", services => new { Text = services.GetRequiredService<string>() });
        using var host = builder.Build();

        var section = host.Services.GetServices<IReportGenerator>().OfType<DelegateSection>().Single().Generate(Sections.SectionTest.Context());

        Assert.Equal("from the host", Assert.IsType<ReportText>(Assert.Single(Assert.IsType<ReportMap>(section.Value).Entries).Value).Text);
    }

    [Fact]
    public void AddSection_Asynchronous_GoesOnOnItsOwnThread()
    {
        var threads = new List<Thread>();
        var generator = new DelegateSection("Own", token => SectionThread.Run(async () =>
        {
            threads.Add(Thread.CurrentThread);
            await Task.Yield();
            threads.Add(Thread.CurrentThread);
            return "done";
        }));

        var section = generator.Generate(Sections.SectionTest.Context());

        Assert.Contains("done", section.Value!.ToString(), StringComparison.Ordinal);
        Assert.Equal([Thread.CurrentThread, Thread.CurrentThread], threads);
    }

    [Fact]
    public void AddSection_AsynchronousThatThrows_ThrowsTheSame()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => SectionThread.Run(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("no stock");
        }));

        Assert.Equal("no stock", thrown.Message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> StartAndDispose()
    {
        var builder = MakeBuilder();
        builder.Services.AddGuruMeditationReports(options =>
        {
            options.Signal = "none";
            options.Watchdog.Enabled = false;
        });
        var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        host.Dispose();
        return new WeakReference(host);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> StartAndStop(IConfiguration configuration)
    {
        var builder = MakeBuilder();
        builder.Configuration.AddConfiguration(configuration);
        builder.Services.AddGuruMeditationReports(options =>
        {
            options.Signal = "none";
            options.Watchdog.Enabled = false;
        });
        builder.Services.AddSingleton<object>();
        var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        return new WeakReference(host.Services.GetRequiredService<object>());
    }

    private static HostApplicationBuilder MakeBuilder()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        return builder;
    }

    private sealed class Unmakeable(Uri missing) : IReportGenerator
    {
        public string Title => "Unmakeable";

        public ReportSection Generate(ReportContext context) => new() { Title = missing.ToString() };
    }
}
