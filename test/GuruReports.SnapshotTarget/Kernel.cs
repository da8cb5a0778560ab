using System.Runtime.InteropServices;

namespace GuruReports.SnapshotTarget;

/// <summary>Calls that put this process into unusual circumstances.</summary>
internal static unsafe partial class Kernel
{
    public const int Kill = 9, Stop = 19;

    private const int SetSeccomp = 22, SetNoNewPrivileges = 38, SetDumpable = 4, GetDumpable = 3, FilterMode = 2;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int process, int signal);

    public static void BeUndumpable() => Check(prctl(SetDumpable, 0, 0, 0, 0));

    public static int Dumpable() => prctl(GetDumpable, 0, 0, 0, 0);

    /// <summary>Forbids new processes to this thread and those that it starts: clone without CLONE_THREAD, fork, vfork, with EPERM; clone3 with ENOSYS, so that libc uses clone.</summary>
    public static void ForbidProcesses()
    {
        const ushort Load = 0x20, IfEqual = 0x15, IfSet = 0x45, Return = 0x06;
        const uint FirstArgument = 16, Allow = 0x7fff0000, Error = 0x00050000, Eperm = 1, Enosys = 38, CloneThread = 0x00010000;
        var (clone, fork, vfork, clone3) = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? (56u, 57u, 58u, 435u) : (220u, 0xffffu, 0xffffu, 435u);
        Instruction[] program =
        [
            new(Load, 0, 0, 0),
            new(IfEqual, 5, 0, clone3),
            new(IfEqual, 5, 0, fork),
            new(IfEqual, 4, 0, vfork),
            new(IfEqual, 0, 4, clone),
            new(Load, 0, 0, FirstArgument),
            new(IfSet, 2, 1, CloneThread),
            new(Return, 0, 0, Error | Enosys),
            new(Return, 0, 0, Error | Eperm),
            new(Return, 0, 0, Allow),
        ];
        Check(prctl(SetNoNewPrivileges, 1, 0, 0, 0));
        fixed (Instruction* start = program)
        {
            var filter = new Program { Length = (ushort)program.Length, Instructions = start };
            Check(prctl(SetSeccomp, FilterMode, (nuint)(&filter), 0, 0));
        }
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Instruction(ushort code, byte ifTrue, byte ifFalse, uint value)
    {
        private readonly ushort _code = code;
        private readonly byte _ifTrue = ifTrue;
        private readonly byte _ifFalse = ifFalse;
        private readonly uint _value = value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
