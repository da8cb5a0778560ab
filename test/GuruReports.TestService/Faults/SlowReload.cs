using GuruReports.Hosting;
using GuruReports.TestService.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>A service under load that holds a lock for 1.5 s, every so many seconds, while one item of the pool wants it: nothing else is slow.</summary>
internal sealed class SlowReload(int seconds) : Illness
{
    private static readonly TimeSpan s_reload = TimeSpan.FromSeconds(1.5);

    private readonly object _gate = new();

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) => builder.Services.AddHostedService<LoadGenerator>();

    public override void BreakOut() => new Thread(ReloadNowAndThen) { IsBackground = true, Name = "reloader" }.Start();

    private void ReloadNowAndThen()
    {
        while (true)
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            using var isRead = new ManualResetEventSlim();
            Reload(isRead);
            isRead.Wait();
            ServiceHost.Say("reloaded");
        }
    }

    private void Reload(ManualResetEventSlim isRead)
    {
        lock (_gate)
        {
            ThreadPool.UnsafeQueueUserWorkItem(ReadPrices, isRead, preferLocal: false);
            Thread.Sleep(s_reload);
        }
    }

    private void ReadPrices(ManualResetEventSlim isRead)
    {
        lock (_gate)
        {
            isRead.Set();
        }
    }
}
