using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Purbalingga.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Timestamp = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ActivityType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Labels = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activity", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "change_clock",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_clock", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "change_log",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_log", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "dataset_document",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Labels = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_document", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "group",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    ImageUrl = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsOrganization = table.Column<bool>(type: "INTEGER", nullable: false),
                    ApprovalStatus = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_address",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_address", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stored = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Verified = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_file", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "table_inspection",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PreviewJson = table.Column<string>(type: "TEXT", nullable: true),
                    ErrorJson = table.Column<string>(type: "TEXT", nullable: true),
                    Inspected = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_inspection", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "table_load",
                columns: table => new
                {
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DatasetId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Again = table.Column<bool>(type: "INTEGER", nullable: false),
                    Node = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OwnsTable = table.Column<bool>(type: "INTEGER", nullable: false),
                    LoadedHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: true),
                    PlanJson = table.Column<string>(type: "TEXT", nullable: true),
                    CorrectionJson = table.Column<string>(type: "TEXT", nullable: true),
                    LogJson = table.Column<string>(type: "TEXT", nullable: true),
                    ErrorJson = table.Column<string>(type: "TEXT", nullable: true),
                    ProfileJson = table.Column<string>(type: "TEXT", nullable: true),
                    ValidationJson = table.Column<string>(type: "TEXT", nullable: true),
                    Queued = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Started = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Finished = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_load", x => x.ResourceId);
                });

            migrationBuilder.CreateTable(
                name: "task_status",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EntityType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TaskType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    LastUpdated = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_status", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "user",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Fullname = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    About = table.Column<string>(type: "TEXT", nullable: true),
                    ImageUrl = table.Column<string>(type: "TEXT", nullable: true),
                    IsSysadmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActivityStreamsEmailNotifications = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastActive = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    FailedSignIns = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PluginExtrasJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "vocabulary",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vocabulary", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dataset",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorEmail = table.Column<string>(type: "TEXT", nullable: true),
                    Maintainer = table.Column<string>(type: "TEXT", nullable: true),
                    MaintainerEmail = table.Column<string>(type: "TEXT", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", nullable: true),
                    LicenseId = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OwnerOrg = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Private = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatorUserId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MetadataCreated = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MetadataModified = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset", x => x.Id);
                    table.ForeignKey(
                        name: "FK_dataset_group_OwnerOrg",
                        column: x => x.OwnerOrg,
                        principalTable: "group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "group_extra",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_extra", x => new { x.GroupId, x.Key });
                    table.ForeignKey(
                        name: "FK_group_extra_group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TableName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TableId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastAccess = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_token", x => x.Id);
                    table.ForeignKey(
                        name: "FK_api_token_user_UserId",
                        column: x => x.UserId,
                        principalTable: "user",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "follow",
                columns: table => new
                {
                    FollowerId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ObjectType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow", x => new { x.FollowerId, x.ObjectType, x.ObjectId });
                    table.ForeignKey(
                        name: "FK_follow_user_FollowerId",
                        column: x => x.FollowerId,
                        principalTable: "user",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tag",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    VocabularyId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tag", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tag_vocabulary_VocabularyId",
                        column: x => x.VocabularyId,
                        principalTable: "vocabulary",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "collaborator",
                columns: table => new
                {
                    DatasetId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Modified = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collaborator", x => new { x.DatasetId, x.UserId });
                    table.ForeignKey(
                        name: "FK_collaborator_dataset_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "dataset",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_collaborator_user_UserId",
                        column: x => x.UserId,
                        principalTable: "user",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dataset_extra",
                columns: table => new
                {
                    DatasetId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_extra", x => new { x.DatasetId, x.Key });
                    table.ForeignKey(
                        name: "FK_dataset_extra_dataset_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "dataset",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dataset_relationship",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_relationship", x => x.Id);
                    table.ForeignKey(
                        name: "FK_dataset_relationship_dataset_ObjectId",
                        column: x => x.ObjectId,
                        principalTable: "dataset",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_dataset_relationship_dataset_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "dataset",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resource",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    DatasetId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    UrlType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Format = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Mimetype = table.Column<string>(type: "TEXT", nullable: true),
                    MimetypeInner = table.Column<string>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: true),
                    ResourceType = table.Column<string>(type: "TEXT", nullable: true),
                    CacheUrl = table.Column<string>(type: "TEXT", nullable: true),
                    CacheLastUpdated = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastModified = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MetadataModified = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ExtrasJson = table.Column<string>(type: "TEXT", nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Inspection = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resource", x => x.Id);
                    table.ForeignKey(
                        name: "FK_resource_dataset_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "dataset",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dataset_tag",
                columns: table => new
                {
                    DatasetId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    TagId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dataset_tag", x => new { x.DatasetId, x.TagId });
                    table.ForeignKey(
                        name: "FK_dataset_tag_dataset_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "dataset",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_dataset_tag_tag_TagId",
                        column: x => x.TagId,
                        principalTable: "tag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resource_view",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    ViewType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfigJson = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resource_view", x => x.Id);
                    table.ForeignKey(
                        name: "FK_resource_view_resource_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "resource",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "change_clock",
                columns: new[] { "Id", "Value" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_activity_ObjectId_Timestamp",
                table: "activity",
                columns: new[] { "ObjectId", "Timestamp" });

            migrationBuilder.CreateIndex(
                name: "IX_activity_Timestamp",
                table: "activity",
                column: "Timestamp");

            migrationBuilder.CreateIndex(
                name: "IX_activity_UserId_Timestamp",
                table: "activity",
                columns: new[] { "UserId", "Timestamp" });

            migrationBuilder.CreateIndex(
                name: "IX_api_token_Hash",
                table: "api_token",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_token_UserId",
                table: "api_token",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_collaborator_UserId",
                table: "collaborator",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_dataset_CreatorUserId_MetadataModified",
                table: "dataset",
                columns: new[] { "CreatorUserId", "MetadataModified" });

            migrationBuilder.CreateIndex(
                name: "IX_dataset_CreatorUserId_State_Private",
                table: "dataset",
                columns: new[] { "CreatorUserId", "State", "Private" });

            migrationBuilder.CreateIndex(
                name: "IX_dataset_Name",
                table: "dataset",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dataset_OwnerOrg_State_Private_MetadataModified",
                table: "dataset",
                columns: new[] { "OwnerOrg", "State", "Private", "MetadataModified" });

            migrationBuilder.CreateIndex(
                name: "IX_dataset_State_Private_Name",
                table: "dataset",
                columns: new[] { "State", "Private", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_dataset_document_Name",
                table: "dataset_document",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dataset_document_Sequence",
                table: "dataset_document",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_dataset_relationship_ObjectId",
                table: "dataset_relationship",
                column: "ObjectId");

            migrationBuilder.CreateIndex(
                name: "IX_dataset_relationship_SubjectId_ObjectId_Type",
                table: "dataset_relationship",
                columns: new[] { "SubjectId", "ObjectId", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_dataset_tag_TagId",
                table: "dataset_tag",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_follow_ObjectType_ObjectId",
                table: "follow",
                columns: new[] { "ObjectType", "ObjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_group_IsOrganization_State",
                table: "group",
                columns: new[] { "IsOrganization", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_group_Name",
                table: "group",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_GroupId_TableName_TableId",
                table: "member",
                columns: new[] { "GroupId", "TableName", "TableId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_TableId_TableName",
                table: "member",
                columns: new[] { "TableId", "TableName" });

            migrationBuilder.CreateIndex(
                name: "IX_resource_DatasetId_State_Position",
                table: "resource",
                columns: new[] { "DatasetId", "State", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_resource_FileHash",
                table: "resource",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_resource_Inspection",
                table: "resource",
                column: "Inspection");

            migrationBuilder.CreateIndex(
                name: "IX_resource_view_ResourceId_Order",
                table: "resource_view",
                columns: new[] { "ResourceId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_address_LastFailure",
                table: "sign_in_address",
                column: "LastFailure");

            migrationBuilder.CreateIndex(
                name: "IX_table_load_DatasetId",
                table: "table_load",
                column: "DatasetId");

            migrationBuilder.CreateIndex(
                name: "IX_table_load_State_Queued",
                table: "table_load",
                columns: new[] { "State", "Queued" });

            migrationBuilder.CreateIndex(
                name: "IX_tag_Name_VocabularyId",
                table: "tag",
                columns: new[] { "Name", "VocabularyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tag_VocabularyId",
                table: "tag",
                column: "VocabularyId");

            migrationBuilder.CreateIndex(
                name: "IX_task_status_EntityId_TaskType_Key",
                table: "task_status",
                columns: new[] { "EntityId", "TaskType", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_user_EmailKey",
                table: "user",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_user_Name",
                table: "user",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vocabulary_Name",
                table: "vocabulary",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "change_clock");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "collaborator");

            migrationBuilder.DropTable(
                name: "dataset_document");

            migrationBuilder.DropTable(
                name: "dataset_extra");

            migrationBuilder.DropTable(
                name: "dataset_relationship");

            migrationBuilder.DropTable(
                name: "dataset_tag");

            migrationBuilder.DropTable(
                name: "follow");

            migrationBuilder.DropTable(
                name: "group_extra");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "resource_view");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in_address");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "table_inspection");

            migrationBuilder.DropTable(
                name: "table_load");

            migrationBuilder.DropTable(
                name: "task_status");

            migrationBuilder.DropTable(
                name: "tag");

            migrationBuilder.DropTable(
                name: "user");

            migrationBuilder.DropTable(
                name: "resource");

            migrationBuilder.DropTable(
                name: "vocabulary");

            migrationBuilder.DropTable(
                name: "dataset");

            migrationBuilder.DropTable(
                name: "group");
        }
    }
}
