namespace Scenarios.Variants;

/// <summary>Parallel loops inside many work items: all of the pool multiplies matrices.</summary>
internal sealed class MatrixService : BackgroundService
{
    private const int Size = 300;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var job = 0; job < 400; job++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => MultiplyAll(stoppingToken), null);
        }

        Ready.When(() => ThreadPool.PendingWorkItemCount > 100 && Environment.CpuUsage.UserTime.TotalSeconds > 2);
        return Task.CompletedTask;
    }

    private static void MultiplyAll(CancellationToken stoppingToken)
    {
        var left = new double[Size * Size];
        var right = new double[Size * Size];
        for (var round = 0; round < 100 && !stoppingToken.IsCancellationRequested; round++)
        {
            Multiply(left, right);
        }
    }

    private static double Multiply(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                for (var index = 0; index < Size; index++)
                {
                    sum += left[(row * Size) + index] * right[(index * Size) + column];
                }
            }
        }

        return sum;
    }
}
