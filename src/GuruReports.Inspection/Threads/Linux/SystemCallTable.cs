using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>Numbers and meanings of the system calls in which threads are found waiting (syscalls(2)).</summary>
internal static class SystemCallTable
{
    // futex(2): a word that only threads of one process sleep on is marked so; the commands are those that wait.
    private const ulong PrivateFutex = 128;
    private const ulong FutexCommand = 127;
    private static readonly ulong[] s_futexWaits = [0, 6, 9, 13];

    private static readonly (string Name, int X64, int Arm64, ThreadActivity Activity, bool OnDescriptor)[] Calls =
    [
        ("read", 0, 63, ThreadActivity.InFileCall, true),
        ("write", 1, 64, ThreadActivity.InFileCall, true),
        ("open", 2, -1, ThreadActivity.InFileCall, false),
        ("close", 3, 57, ThreadActivity.InFileCall, true),
        ("poll", 7, -1, ThreadActivity.InSystemCall, false),
        ("ioctl", 16, 29, ThreadActivity.InFileCall, true),
        ("pread64", 17, 67, ThreadActivity.InFileCall, true),
        ("pwrite64", 18, 68, ThreadActivity.InFileCall, true),
        ("readv", 19, 65, ThreadActivity.InFileCall, true),
        ("writev", 20, 66, ThreadActivity.InFileCall, true),
        ("select", 23, -1, ThreadActivity.InSystemCall, false),
        ("sched_yield", 24, 124, ThreadActivity.Running, false),
        ("pause", 34, -1, ThreadActivity.InSystemCall, false),
        ("nanosleep", 35, 101, ThreadActivity.Sleeping, false),
        ("sendfile", 40, 71, ThreadActivity.InSocketCall, true),
        ("connect", 42, 203, ThreadActivity.InSocketCall, true),
        ("accept", 43, 202, ThreadActivity.InSocketCall, true),
        ("sendto", 44, 206, ThreadActivity.InSocketCall, true),
        ("recvfrom", 45, 207, ThreadActivity.InSocketCall, true),
        ("sendmsg", 46, 211, ThreadActivity.InSocketCall, true),
        ("recvmsg", 47, 212, ThreadActivity.InSocketCall, true),
        ("wait4", 61, 260, ThreadActivity.InSystemCall, false),
        ("fcntl", 72, 25, ThreadActivity.InFileCall, true),
        ("flock", 73, 32, ThreadActivity.InFileCall, true),
        ("fsync", 74, 82, ThreadActivity.InFileCall, true),
        ("fdatasync", 75, 83, ThreadActivity.InFileCall, true),
        ("rt_sigtimedwait", 128, 137, ThreadActivity.InSystemCall, false),
        ("futex", 202, 98, ThreadActivity.InSystemCall, false),
        ("clock_nanosleep", 230, 115, ThreadActivity.Sleeping, false),
        ("epoll_wait", 232, -1, ThreadActivity.InSystemCall, true),
        ("waitid", 247, 95, ThreadActivity.InSystemCall, false),
        ("openat", 257, 56, ThreadActivity.InFileCall, false),
        ("ppoll", 271, 73, ThreadActivity.InSystemCall, false),
        ("pselect6", 270, 72, ThreadActivity.InSystemCall, false),
        ("epoll_pwait", 281, 22, ThreadActivity.InSystemCall, true),
        ("accept4", 288, 242, ThreadActivity.InSocketCall, true),
        ("preadv", 295, 69, ThreadActivity.InFileCall, true),
        ("pwritev", 296, 70, ThreadActivity.InFileCall, true),
        ("epoll_pwait2", 441, 441, ThreadActivity.InSystemCall, true),
        ("io_uring_enter", 426, 426, ThreadActivity.InSystemCall, true),
    ];

    private static readonly Dictionary<int, int> ByNumber = Index();

    /// <summary>Describes a call by its number and first arguments.</summary>
    public static SystemCall Describe(int number, ulong firstArgument, ulong secondArgument = 0)
    {
        if (!ByNumber.TryGetValue(number, out var index))
        {
            return new SystemCall(number, null, ThreadActivity.InSystemCall, null);
        }

        var (name, _, _, activity, onDescriptor) = Calls[index];
        return new SystemCall(number, name, activity, onDescriptor ? (int)firstArgument : null, Shared(name, firstArgument, secondArgument));
    }

    private static SharedWait? Shared(string name, ulong first, ulong second) => name switch
    {
        "futex" when (second & PrivateFutex) == 0 && Array.IndexOf(s_futexWaits, second & FutexCommand) >= 0 => new SharedWait(first, null),
        "flock" => new SharedWait(0, (int)first),
        _ => null,
    };

    private static Dictionary<int, int> Index()
    {
        var numbers = new Dictionary<int, int>();
        for (var index = 0; index < Calls.Length; index++)
        {
            var number = RuntimeInformation.ProcessArchitecture switch
            {
                Architecture.X64 => Calls[index].X64,
                Architecture.Arm64 => Calls[index].Arm64,
                _ => -1,
            };
            if (number >= 0)
            {
                numbers[number] = index;
            }
        }

        return numbers;
    }
}
