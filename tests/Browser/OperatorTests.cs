using Microsoft.Playwright;

namespace Purbalingga.Browser;

/// <summary>What an operator of an agency does: publish a dataset with its file, mend it, leave.</summary>
public sealed class OperatorTests(PortalFixture portal, ChromiumBrowser chromium) : IClassFixture<PortalFixture>, IClassFixture<ChromiumBrowser>
{
    private const string NewPassword = "sandi panjang untuk uji";

    [Fact]
    public async Task Should_sign_in_publish_replace_and_sign_out()
    {
        await WalkAsync(1280, portal.Password, "Jumlah Pasar Uji 1280");
        await WalkAsync(390, NewPassword, "Jumlah Pasar Uji 390");
    }

    private async Task WalkAsync(int width, string password, string title)
    {
        await using var person = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width);
        var page = person.Page;
        await SignInAsync(person, password);

        await page.GotoAsync("/user/me");
        await person.PictureAsync("operator-account");
        Assert.False(await person.OverflowsAsync());
        await page.Locator("#TokenName").FillAsync("uji");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat token" }).ClickAsync();
        await page.Locator("#token").WaitForAsync();
        await person.PictureAsync("operator-token");

        // Everything wrong first: nothing typed is lost, and the mistakes stand beside their fields
        await page.GotoAsync("/dataset/new");
        await page.Locator("[id='Form.Notes']").FillAsync("Pasar rakyat menurut kecamatan.");
        await page.Locator("[id='Form.Tags']").FillAsync("x");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await person.PictureAsync("operator-mistakes");
        Assert.Contains("Wajib diisi", await page.Locator("[id='Form.Name-salah']").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Pasar rakyat menurut kecamatan.", await page.Locator("[id='Form.Notes']").InputValueAsync());

        await page.Locator("[id='Form.Title']").FillAsync(title);
        var name = await page.Locator("[id='Form.Name']").InputValueAsync();
        Assert.StartsWith("jumlah-pasar-uji", name, StringComparison.Ordinal);
        await page.Locator("[id='Form.OwnerOrg']").SelectOptionAsync(new SelectOptionValue { Label = "Dinas Kesehatan" });
        await page.Locator("[id='Form.Tags']").FillAsync("pasar, uji coba");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
        await page.WaitForURLAsync("**/resource/new");
        await person.PictureAsync("operator-upload");

        await page.Locator("#upload").SetInputFilesAsync(Csv("pasar.csv", "kecamatan,jumlah\nBobotsari,3\nBukateja,2\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.Locator("table.data", new() { HasText = "Bobotsari" }).First.WaitForAsync();
        await person.PictureAsync("operator-table");
        Assert.Contains("Bobotsari", await page.Locator("table.data").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Ubah atau ganti berkas" }).ClickAsync();
        await page.Locator("#upload").SetInputFilesAsync(Csv("pasar-baru.csv", "kecamatan,jumlah\nKejobong,7\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();

        await page.WaitForURLAsync(url => !url.EndsWith("/edit", StringComparison.Ordinal));
        await person.PictureAsync("operator-loading");

        // The old table is served until the new one is loaded; the page looks again by itself
        await page.Locator("table.data--rows", new() { HasText = "Kejobong" }).WaitForAsync();
        var table = await page.Locator("table.data").First.InnerTextAsync();
        Assert.DoesNotContain("Bobotsari", table, StringComparison.Ordinal);

        await page.GotoAsync("/dataset/edit/" + name);
        await person.PictureAsync("operator-edit");
        Assert.False(await person.OverflowsAsync());
        await page.Locator("[id='Form.Notes']").FillAsync("Keterangan yang diperbaiki.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.WaitForURLAsync("**/dataset/" + name);
        Assert.Contains("Keterangan yang diperbaiki.", await page.Locator(".prose").First.InnerTextAsync(), StringComparison.Ordinal);
        await person.PictureAsync("operator-dataset");

        foreach (var (picture, path) in new[]
        {
            ("admin-users", "/admin/users"), ("admin-user", "/admin/users/new"), ("admin-organizations", "/admin/organizations"), ("members", "/organization/members/dinkes"),
            ("organization-edit", "/organization/edit/dinkes"),
        })
        {
            await page.GotoAsync(path);
            await person.PictureAsync("operator-" + picture);
            Assert.False(await person.OverflowsAsync(), path);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await page.WaitForURLAsync(portal.Url + "/");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).CountAsync());
        await page.GotoAsync("/dataset/" + name);
        Assert.Contains(title, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Ubah dataset" }).CountAsync());
        Assert.Empty(person.Problems);
    }

    private static async Task SignInAsync(Visitor person, string password)
    {
        var page = person.Page;
        await page.GotoAsync("/dataset/new");
        await page.WaitForURLAsync("**/user/login?next=*");
        await page.Locator("#Login").FillAsync("admin");
        await page.Locator("#Password").FillAsync("salah sama sekali");
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.Locator("#Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        if (password != NewPassword)
        {
            // The first password must be changed before anything else
            await page.WaitForURLAsync("**/user/password");
            await person.PictureAsync("operator-password");
            await page.Locator("#Current").FillAsync(password);
            await page.Locator("#Password").FillAsync(NewPassword);
            await page.Locator("#Again").FillAsync(NewPassword);
            await page.Locator("#Email").FillAsync("admin@example.test");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ganti kata sandi" }).ClickAsync();
            await page.WaitForURLAsync("**/user/me");
        }
        else
        {
            await page.WaitForURLAsync("**/dataset/new");
        }
    }

    private static FilePayload Csv(string name, string content) =>
        new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };
}
