using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Scenarios.Evidence;

/// <summary>A search that never ends, called by code that is made at run time and into which it is compiled.</summary>
internal sealed class SkuSearch : BackgroundService
{
    private static long s_rounds;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Match()
    {
        while (Interlocked.Increment(ref s_rounds) > 0)
        {
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var search = Expression.Lambda<Action>(Expression.Call(typeof(SkuSearch).GetMethod(nameof(Match))!)).Compile();
        new Thread(() => search()) { IsBackground = true, Name = "search" }.Start();
        Ready.When(() => Interlocked.Read(ref s_rounds) > 100_000_000);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }
}
