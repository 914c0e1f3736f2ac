import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { KeyPipe } from './key.pipe.ts';
import { AddResource, ChangeResource } from './resource.dto.ts';
import { ResourceView } from './resource.view.ts';
import { resourceList, ResourcesQueries } from './resources.queries.ts';
import { ResourcesService } from './resources.service.ts';

@ApiTags('resources')
@Controller('resources')
export class ResourcesController {
  constructor(private readonly resources: ResourcesService, private readonly queries: ResourcesQueries, private readonly lists: Lists) {}

  @Get() @Allow('units.read') @ApiOperation({ summary: 'Vehicles, drones, dogs, scales and other means, by code' }) @ListOf(ResourceView, resourceList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(resourceList, reply);
  }

  @Post() @Allow('resources.manage') @ApiOperation({ summary: 'Add a resource' }) @Makes(ResourceView)
  async add(@By() actor: Actor, @Body() command: AddResource, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResourceView> {
    return made(reply, await this.resources.add(actor, command), 'resources');
  }

  @Get(':id') @Allow('units.read') @ApiOperation({ summary: 'A resource, by its id or its code' }) @Shows(ResourceView)
  async one(@By() actor: Actor, @Param('id', KeyPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResourceView | undefined> {
    return shown(reply, await this.queries.one(actor, id));
  }

  @Patch(':id') @Allow('resources.manage') @NeedsVersion() @ApiOperation({ summary: 'Move it, renew its calibration, take it out of service' }) @Shows(ResourceView)
  async change(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: ChangeResource, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView | undefined> {
    return shown(reply, await this.resources.change(actor, id, version, command));
  }
}
