using Npgsql;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace Acme.Postgres.Tests;

/// <summary>Programs against a real server.</summary>
public sealed class StackTests(PostgresServer server)
{
    [Fact]
    public async Task A_role_signs_in_with_its_password_and_somebody_elses_is_put_right()
    {
        await using var stack = server.Stack();
        var role = new RoleInputs { Name = "shop", Password = "s3cret's \\ 1" };
        Task Program(TestProgram program) => program.AddAsync("pg:index:Role", "shop", role);

        (await stack.UpAsync(Program)).ShouldSucceed().ShouldDo("create shop");
        Assert.Equal("shop", await server.DoAsync("SELECT current_user::text", "shop", role.Password, "postgres"));
        (await stack.ResourceAsync("shop")).ShouldKeepSecret("password");
        Assert.DoesNotContain("s3cret", (await stack.ExportAsync()).ToJsonString(), StringComparison.Ordinal);
        (await stack.RefreshAsync()).ShouldDoNothing();

        await server.DoAsync("ALTER ROLE shop PASSWORD 'stolen' CONNECTION LIMIT 1");
        (await stack.RefreshAsync()).ShouldSucceed();
        (await stack.PreviewAsync(Program)).ShouldChange("shop", "connectionLimit", "password");
        (await stack.UpAsync(Program)).ShouldDo("update shop");
        Assert.Equal("shop", await server.DoAsync("SELECT current_user::text", "shop", role.Password, "postgres"));

        role = role with { Password = "another" };
        (await stack.UpAsync(Program)).ShouldChange("shop", "password");
        await Assert.ThrowsAsync<PostgresException>(() =>
            server.DoAsync("SELECT 1", "shop", "s3cret's \\ 1", "postgres")
        );

        (await stack.DestroyAsync()).ShouldDo("delete shop");
        Assert.Equal(0L, await server.DoAsync("SELECT count(*) FROM pg_roles WHERE rolname = 'shop'"));
    }

    [Fact]
    public async Task A_protected_database_stays_until_it_is_not()
    {
        await using var stack = server.Stack();
        var database = new DatabaseInputs { Name = "orders" };
        Task Program(TestProgram program) => program.AddAsync("pg:index:Database", "orders", database);

        (await stack.UpAsync(Program)).ShouldSucceed();
        (await stack.ResourceAsync("orders")).ShouldHave("owner", "postgres").ShouldHave("encoding", "UTF8");
        (await stack.DestroyAsync()).ShouldFail("database 'orders' is protected");
        var original = database;
        database = database with { Name = "sales" };
        (await stack.PreviewAsync(Program)).ShouldFail("the database is protected");
        Assert.Equal(1L, await server.DoAsync("SELECT count(*) FROM pg_database WHERE datname = 'orders'"));

        database = original with { DeletionProtection = false };
        (await stack.UpAsync(Program)).ShouldDo("update orders");
        (await stack.DestroyAsync()).ShouldSucceed().ShouldDo("delete orders");
        Assert.Equal(0L, await server.DoAsync("SELECT count(*) FROM pg_database WHERE datname = 'orders'"));
    }

    [Fact]
    public async Task What_exists_is_imported_and_refused_as_a_new_one()
    {
        await using var stack = server.Stack();
        await server.DoAsync("CREATE ROLE team NOLOGIN");
        await server.DoAsync("CREATE DATABASE reports OWNER team");
        await server.DoAsync("GRANT CREATE, TEMPORARY ON DATABASE reports TO pg_monitor");

        (
            await stack.UpAsync(program => program.AddAsync("pg:index:Role", "team", new RoleInputs { Name = "team" }))
        ).ShouldFail("role \"team\" already exists: choose another name, or import it");
        (await stack.ImportAsync("pg:index:Role", "team", "team")).ShouldSucceed();
        (await stack.ImportAsync("pg:index:Database", "reports", "reports")).ShouldSucceed();
        (await stack.ImportAsync("pg:index:Grant", "monitor", "reports/pg_monitor")).ShouldSucceed();
        (await stack.ImportAsync("pg:index:Grant", "other", "reports")).ShouldFail("a grant's id is database/role");

        Assert.False((await stack.ResourceAsync("team")).As<RoleState>().Login);
        Assert.Equal("team", (await stack.ResourceAsync("reports")).As<DatabaseState>().Owner);
        Assert.Equal(
            [Privilege.Create, Privilege.Temporary],
            (await stack.ResourceAsync("monitor")).As<GrantState>().Privileges
        );
    }

    [Fact]
    public async Task Grants_follow_what_they_name()
    {
        await using var stack = server.Stack();
        Privilege[] privileges = [Privilege.Connect, Privilege.Temporary];
        async Task Program(TestProgram program)
        {
            var role = await program.AddAsync("pg:index:Role", "clerk", new RoleInputs { Name = "clerk" });
            var database = await program.AddAsync(
                "pg:index:Database",
                "books",
                new DatabaseInputs { Name = "books", DeletionProtection = false }
            );
            await program.AddAsync("pg:index:Grant", "grant", new PropertyMap(
                    new GrantInputs
                    {
                        Database = "",
                        Role = "",
                        Privileges = privileges,
                    }.Encode()
                ).With("database", database["name"]).With("role", role["name"]));
        }

        (await stack.PreviewAsync(Program)).ShouldSucceed();
        (await stack.UpAsync(Program)).ShouldSucceed();
        (await stack.RefreshAsync()).ShouldDoNothing();
        await server.DoAsync("REVOKE TEMPORARY ON DATABASE books FROM clerk");
        (await stack.RefreshAsync()).ShouldSucceed();
        (await stack.UpAsync(Program)).ShouldDo("update grant");
        privileges = [Privilege.Temporary];
        (await stack.UpAsync(Program)).ShouldDo("update grant");
        (await stack.ResourceAsync("grant")).ShouldHave("privileges", new ListValue(["Temporary"]));
        (await stack.DestroyAsync()).ShouldSucceed();
    }
}
