using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuruReports.LibraryZoo;

/// <summary>A writer that keeps its transaction open, two threads whose writes wait for it, and contexts that track known numbers.</summary>
internal sealed class SqliteState(string file)
{
    private readonly List<object> _kept = [];
    private readonly CountdownEvent _reached = new(3);

    private string Text => $"Data Source={file};Default Timeout=600";

    public static Task<object> EnterAsync(string file) => new SqliteState(file).EnterAsync();

    private async Task<object> EnterAsync()
    {
        using (var setup = new ShopContext(Text))
        {
            await setup.Database.EnsureCreatedAsync();
            setup.Orders.AddRange(Enumerable.Range(1, 25).Select(static id => new Order { Id = id }));
            await setup.SaveChangesAsync();
        }

        foreach (var count in (int[])[25, 5])
        {
            var context = new ShopContext(Text);
            await context.Orders.Take(count).ToListAsync();
            _kept.Add(context);
        }

        _kept.Add(WriteAsync());
        _kept.Add(BrowseAsync());
        for (var i = 0; i < 2; i++)
        {
            new Thread(Wait) { IsBackground = true, Name = "late-writer" }.Start();
        }

        _reached.Wait();
        return this;
    }

    private async Task WriteAsync()
    {
        await using var connection = new SqliteConnection(Text);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = new SqliteCommand("delete from Orders where Id = 1", connection, transaction);
        await command.ExecuteNonQueryAsync();
        await Task.Delay(-1); // line: write
    }

    // Has hold of nothing but the context.
    private async Task BrowseAsync()
    {
        await using var context = new ShopContext(Text);
        await context.Database.OpenConnectionAsync();
        _reached.Signal();
        await Task.Delay(-1); // line: browse
    }

    private void Wait()
    {
        using var connection = new SqliteConnection(Text);
        connection.Open();
        using var command = new SqliteCommand($"update Orders set Note = '{Planted.Secret}' where Id = 2", connection);
        _reached.Signal();
        command.ExecuteNonQuery();
    }

    private sealed class Order
    {
        public int Id { get; set; }

        public string? Note { get; set; }
    }

    private sealed class ShopContext(string text) : DbContext
    {
        public DbSet<Order> Orders => Set<Order>();

        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(text);
    }
}
