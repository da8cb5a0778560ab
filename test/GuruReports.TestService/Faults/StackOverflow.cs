using System.Runtime.CompilerServices;

namespace GuruReports.TestService.Faults;

/// <summary>A method that calls itself without end, when the file <c>FAIL_WHEN</c> names is there.</summary>
internal sealed class StackOverflow : Illness
{
    public override void BreakOut() => new Thread(Fall) { IsBackground = true, Name = "falling" }.Start();

    private static void Fall()
    {
        var when = Environment.GetEnvironmentVariable("FAIL_WHEN")!;
        while (!File.Exists(when))
        {
            Thread.Sleep(20);
        }

        Console.WriteLine(Deeper(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Deeper(int depth) => Deeper(depth + 1) + depth;
}
