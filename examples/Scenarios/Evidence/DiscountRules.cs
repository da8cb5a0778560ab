using System.Linq.Expressions;

namespace Scenarios.Evidence;

/// <summary>Compiles the expression of a rule for each price, instead of once.</summary>
internal sealed class DiscountRules : BackgroundService
{
    private int _evaluated;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("prices", () => EvaluateForever(stoppingToken));

        // What is compiled while a service starts tells nothing: it must go on.
        Ready.When(() => Volatile.Read(ref _evaluated) > 2_000 && Uptime > TimeSpan.FromSeconds(6));
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private static TimeSpan Uptime => DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime;

    private void EvaluateForever(CancellationToken stoppingToken)
    {
        for (var price = 1; !stoppingToken.IsCancellationRequested; price++)
        {
            _ = Evaluate(price);
            Interlocked.Increment(ref _evaluated);
        }
    }

    private static int Evaluate(int price)
    {
        var given = Expression.Parameter(typeof(int));
        return Expression.Lambda<Func<int, int>>(Expression.Subtract(given, Expression.Constant(price / 10)), given).Compile()(price);
    }
}
