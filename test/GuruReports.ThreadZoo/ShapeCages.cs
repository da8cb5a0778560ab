using System.Runtime.CompilerServices;

namespace GuruReports.ThreadZoo;

internal static partial class Cages
{
    [MethodImpl(Plain)]
    public static void Recurse(int depth)
    {
        if (depth == 0)
        {
            Keeper.Record();
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }

        Recurse(depth - 1);
    }

    [MethodImpl(Plain)]
    public static void RecordHere(int number, string text)
    {
        Keeper.Record();
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }

    [MethodImpl(Plain)]
    public static void RecordGeneric<T>(T value)
    {
        RecordHere(1, value?.ToString() ?? "");
    }

    [MethodImpl(Plain)]
    public static void ByReference(ref int first, out string second, in long third)
    {
        second = "";
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }

    [MethodImpl(Plain)]
    public static void LocalFunction(int outer)
    {
        Inner("x");

        [MethodImpl(Plain)]
        void Inner(string text)
        {
            _ = text.Length + outer;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }
    }

    [MethodImpl(Plain)]
    public static void GenericLocalFunction()
    {
        Inner(1L);

        [MethodImpl(Plain)]
        static void Inner<T>(T value)
        {
            _ = value;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }
    }

    [MethodImpl(Plain)]
    public static void Lambda(int captured)
    {
        Run(() =>
        {
            _ = captured.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        });
    }

    [MethodImpl(Plain)]
    public static void NestedLambda(int captured)
    {
        Run(() => Run(() =>
        {
            _ = captured;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }));
    }

    [MethodImpl(Plain)]
    public static void Query()
    {
        _ = new[] { 1, 2 }.Select(Nap).ToList();
    }

    [MethodImpl(Plain)]
    public static int Nap(int value)
    {
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
        return value;
    }

    [MethodImpl(Plain)]
    public static void Run(Action action) => action();
}

internal interface IGuest
{
    void Stay();

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    void StayByDefault()
    {
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }
}

internal sealed class Guest : IGuest
{
    private const MethodImplOptions Plain = MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization;

    public Guest()
    {
    }

    [MethodImpl(Plain)]
    public Guest(string name)
    {
        _ = name;
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }

    private readonly int _age = 1;

    public int Age
    {
        [MethodImpl(Plain)]
        get
        {
            _ = _age;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
            return 1;
        }
    }

    public int this[string key]
    {
        [MethodImpl(Plain)]
        get
        {
            _ = key;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
            return 1;
        }
    }

    [MethodImpl(Plain)]
    public static Guest operator +(Guest left, Guest right)
    {
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
        return left;
    }

    [MethodImpl(Plain)]
    void IGuest.Stay()
    {
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }
}

internal static class Initialized
{
    public static readonly int Value = Compute();

    static Initialized()
    {
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }

    private static int Compute() => 1;
}

internal struct Point
{
    public int X { get; set; }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public readonly void Stay(int more)
    {
        _ = X + more;
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        Keeper.Leave();
    }
}

internal static class Outer<TOuter>
{
    internal static class Nested<TInner>
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
        public static void Dive<T>(T value, int depth)
        {
            if (depth > 0)
            {
                Outer<List<TOuter>>.Nested<TInner>.Dive(new KeyValuePair<int, T>(depth, value), depth - 1);
            }

            _ = typeof(TInner);
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
        public static async Task DiveAsync(TInner value)
        {
            _ = value;
            await Task.CompletedTask;
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
            Keeper.Leave();
        }
    }
}
